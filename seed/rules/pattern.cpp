// SPDX-License-Identifier: MIT
#include "seed/rules/pattern.h"

#include <algorithm>
#include <bit>

#include "seed/rules/pattern_compiler.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

// Bits of PatternSet::Traits: word classes from below, then a bit for each kind of name, then these.
constexpr unsigned first_name_bit = 20;
constexpr std::uint32_t capital_word = 1u << 29;
constexpr std::uint32_t no_punctuation = 1u << 30;
constexpr std::uint32_t anything = 1u << 31;
static_assert(static_cast<std::uint32_t>(WordClass::quantifier) < 1u << first_name_bit);
static_assert(first_name_bit + static_cast<unsigned>(NameKind::person) < 29);

constexpr unsigned pair_filter_bits = 20;  // some 50,000 pairs: one in twenty passes in vain

/// None for the kinds behind `person`, which no pattern asks for.
constexpr std::uint32_t name_bit(NameKind kind) {
  if (kind > NameKind::person) return 0;
  return 1u << (first_name_bit + static_cast<unsigned>(kind));
}

}  // namespace

void record_words(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& last_at) {
  for (auto t = first; t < last; ++t) last_at[tokens[t].word] = t;
}

void PatternSet::add(std::string_view pattern, std::uint32_t payload, const Sets& sets, Vocabulary& vocabulary) {
  auto compiled = compile_pattern(*this, pattern, sets, vocabulary);
  const auto start = compiled.start;
  programs_.push_back({start, payload, add_required(std::move(compiled.required))});
  std::vector<std::uint32_t> first;
  reach(start, first);
  for (const auto pc : first) {
    const auto op = code_[pc].op;
    if (op == Op::word || op == Op::words || op == Op::capital || op == Op::capitals || op == Op::prefix) continue;
    throw PatternError("the pattern '" + std::string(pattern) + "' must begin with a word, not with a class, a gap or nothing but optional words");
  }
}

PatternSet::Range PatternSet::add_required(std::vector<std::vector<WordId>> lists) {
  // The shortest list of words is the quickest to be found missing.
  std::stable_sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  const auto begin = static_cast<std::uint32_t>(required_.size());
  for (const auto& words : lists) {
    const auto first = static_cast<std::uint32_t>(required_words_.size());
    required_words_.insert(required_words_.end(), words.begin(), words.end());
    required_.push_back({first, static_cast<std::uint32_t>(required_words_.size())});
  }
  return {begin, static_cast<std::uint32_t>(required_.size())};
}

void PatternSet::reach(std::uint32_t pc, std::vector<std::uint32_t>& instructions) const {
  if (pc >= code_.size()) return instructions.push_back(pc);  // the end of what is compiled so far
  switch (code_[pc].op) {
    case Op::split:
      reach(code_[pc].a, instructions);
      if (code_[pc].b != code_[pc].a) reach(code_[pc].b, instructions);
      break;
    case Op::save_first:
    case Op::save_last: reach(pc + 1, instructions); break;
    default: instructions.push_back(pc);
  }
}

PatternSet::Following PatternSet::following(std::uint32_t pc) const {
  Following out;
  std::vector<std::uint32_t> next;
  reach(pc, next);
  for (const auto at : next) {
    if (at >= code_.size()) {  // the end of what is compiled so far
      out.traits |= anything;
      continue;
    }
    const auto& in = code_[at];
    if (in.op == Op::word || in.op == Op::capital) out.words.push_back(in.a);
    else if (in.op == Op::words || in.op == Op::capitals) out.words.insert(out.words.end(), word_sets_[in.a].begin(), word_sets_[in.a].end());
    else out.traits |= wanted_traits(in);
  }
  std::sort(out.words.begin(), out.words.end());
  out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
  return out;
}

PatternSet::Traits PatternSet::wanted_traits(const Instruction& in) {
  switch (in.op) {
    case Op::word_class: return in.a;
    case Op::name: return name_bit(static_cast<NameKind>(in.a));
    case Op::cap: return capital_word;
    case Op::any_word:
    case Op::prefix: return no_punctuation;
    default: return anything;
  }
}

PatternSet::Traits PatternSet::traits_of(const PatternText& text, std::uint32_t token) {
  const Token& t = text.tokens[token];
  Traits traits = anything | static_cast<Traits>(text.classes[token]);
  if (t.kind != TokenKind::punctuation) traits |= no_punctuation;
  if (t.kind == TokenKind::word && t.capital) traits |= capital_word;
  const auto& matches = text.names.matches;
  for (auto i = text.names.starts[token]; i != 0 && i <= matches.size() && matches[i - 1].first == token; ++i) {
    traits |= name_bit(text.trie.names()[matches[i - 1].name].kind);
  }
  return traits;
}

std::vector<WordId> PatternSet::words_of(const Instruction& in) const {
  if (in.op == Op::words || in.op == Op::capitals) return word_sets_[in.a];
  if (in.op == Op::prefix) return prefixed_[in.a];
  return {in.a};
}

void PatternSet::expand_prefixes(const Vocabulary& vocabulary) {
  std::vector<std::pair<std::string_view, WordId>> sorted;
  vocabulary.each_form([&](std::string_view form, WordId word) { sorted.emplace_back(form, word); });
  std::sort(sorted.begin(), sorted.end());
  prefixed_.assign(prefixes_.size(), {});
  for (std::size_t p = 0; p < prefixes_.size(); ++p) {
    const std::string_view prefix = prefixes_[p];
    auto at = std::lower_bound(sorted.begin(), sorted.end(), std::pair(prefix, WordId{0}));
    for (; at != sorted.end() && at->first.starts_with(prefix); ++at) prefixed_[p].push_back(at->second);
    std::sort(prefixed_[p].begin(), prefixed_[p].end());
    prefixed_[p].erase(std::unique(prefixed_[p].begin(), prefixed_[p].end()), prefixed_[p].end());
  }
}

/// Known words were looked through when the set was finished; the letters of others have to be.
bool PatternSet::begins_with(const PatternText& text, const Token& token, std::uint32_t prefix) const {
  if (token.kind != TokenKind::word) return false;
  if (token.word != unknown_word) return std::binary_search(prefixed_[prefix].begin(), prefixed_[prefix].end(), token.word);
  return fold_word(slice(text.text, token.span())).starts_with(prefixes_[prefix]);
}

PatternSet::Head& PatternSet::head_of(WordId word, std::vector<Head>& heads) {
  if (heads_[word] == 0) {
    heads.emplace_back();
    heads_[word] = static_cast<std::uint32_t>(heads.size());
  }
  return heads[heads_[word] - 1];
}

void PatternSet::index(std::uint32_t program, std::vector<Head>& heads) {
  std::vector<std::uint32_t> first;
  reach(programs_[program].start, first);
  for (const auto pc : first) {
    const auto next = following(pc + 1);
    for (const auto word : words_of(code_[pc])) {
      auto& head = head_of(word, heads);
      if (next.traits != 0) head.open.push_back({program, next.traits});
      // A program that may go on with anything needs no pairs.
      if ((next.traits & anything) != 0) continue;
      for (const auto second : next.words) head.pairs.push_back({second, program});
    }
  }
}

void PatternSet::settle(Head& head) {
  // Several ways into one program at one word: one entry with the traits of all.
  std::vector<Open> open;
  for (const auto& way : head.open) {
    if (!open.empty() && open.back().program == way.program) open.back().wanted |= way.wanted;
    else open.push_back(way);
  }
  head.open = std::move(open);
  const auto order = [](const Pair& x, const Pair& y) { return std::pair(x.second, x.program) < std::pair(y.second, y.program); };
  std::sort(head.pairs.begin(), head.pairs.end(), order);
  const auto same = [](const Pair& x, const Pair& y) { return x.second == y.second && x.program == y.program; };
  head.pairs.erase(std::unique(head.pairs.begin(), head.pairs.end(), same), head.pairs.end());
}

inline std::size_t PatternSet::pair_bit(WordId first, WordId second) {
  return ((first * 0x9E3779B1u) ^ (second * 0x85EBCA6Bu)) >> (32 - pair_filter_bits);
}

inline bool PatternSet::may_pair(WordId first, WordId second) const { return second != unknown_word && pair_bits_[pair_bit(first, second)]; }

void PatternSet::flatten_heads(const std::vector<Head>& heads) {
  const auto append = [](auto& table, const auto& part) {
    const auto first = static_cast<std::uint32_t>(table.size());
    table.insert(table.end(), part.begin(), part.end());
    return Range{first, static_cast<std::uint32_t>(table.size())};
  };
  flat_heads_.clear();
  for (const auto& head : heads) flat_heads_.push_back({append(open_, head.open), append(pairs_, head.pairs)});
  pair_bits_.assign(std::size_t{1} << pair_filter_bits, false);
  for (WordId word = 0; word < heads_.size(); ++word) {
    if (heads_[word] == 0) continue;
    for (const auto& pair : heads[heads_[word] - 1].pairs) pair_bits_[pair_bit(word, pair.second)] = true;
  }
}

void PatternSet::flatten_sets() {
  constexpr std::size_t few = 8;  // below that a look at each is quicker than a hash
  flat_sets_.clear();
  for (const auto& words : word_sets_) {
    const auto first = static_cast<std::uint32_t>(set_words_.size());
    const bool hashed = words.size() > few;
    const auto size = static_cast<std::uint32_t>(hashed ? std::bit_ceil(words.size() * 2) : words.size());
    set_words_.resize(first + size, unknown_word);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      auto at = hashed ? words[i] & (size - 1) : i;
      while (hashed && set_words_[first + at] != unknown_word) at = (at + 1) & (size - 1);
      set_words_[first + at] = words[i];
    }
    flat_sets_.push_back({first, size, hashed});
  }
}

void PatternSet::finish(const Vocabulary& vocabulary) {
  heads_.assign(vocabulary.size(), 0);
  expand_prefixes(vocabulary);
  std::vector<Head> heads;
  for (std::uint32_t p = 0; p < programs_.size(); ++p) index(p, heads);
  for (auto& head : heads) settle(head);
  flatten_heads(heads);
  flatten_sets();
}

inline bool PatternSet::in_set(std::uint32_t set, WordId word) const {
  const auto flat = flat_sets_[set];
  const WordId* words = set_words_.data() + flat.first;
  if (!flat.hashed) return std::find(words, words + flat.size, word) != words + flat.size;
  auto at = word & (flat.size - 1);
  while (words[at] != unknown_word && words[at] != word) at = (at + 1) & (flat.size - 1);
  return words[at] != unknown_word;
}

inline bool PatternSet::accepts(const PatternText& text, const Instruction& in, std::uint32_t token, std::uint32_t& next) const {
  const Token& t = text.tokens[token];
  next = token + 1;
  switch (in.op) {
    case Op::word: return t.word == in.a;
    case Op::capital: return t.word == in.a && t.capital;
    case Op::words: return in_set(in.a, t.word);
    case Op::capitals: return t.capital && in_set(in.a, t.word);
    case Op::prefix: return begins_with(text, t, in.a);
    case Op::cap: return t.kind == TokenKind::word && t.capital;
    case Op::any_word: return t.kind != TokenKind::punctuation;
    case Op::any: {
      if (t.kind != TokenKind::punctuation) return true;
      const auto mark = text.text[t.begin];
      return mark != ';' && mark != ':' && mark != '?' && mark != '!';
    }
    case Op::word_class: return any(text.classes[token], static_cast<WordClass>(in.a));
    case Op::name: {
      const auto* match = text.names.at(token, static_cast<NameKind>(in.a), text.trie);
      if (match != nullptr) next = match->last;
      return match != nullptr;
    }
    default: return false;
  }
}

/// One way of a choice. Most end at their first word: that is seen here, without a call.
inline bool PatternSet::branch(const PatternText& text, std::uint32_t limit, std::uint32_t pc, std::uint32_t token, PatternMatch& found) const {
  const auto& in = code_[pc];
  if (in.op == Op::word && (token >= limit || text.tokens[token].word != in.a)) return false;
  if (in.op == Op::words && (token >= limit || !in_set(in.a, text.tokens[token].word))) return false;
  if (in.op == Op::word || in.op == Op::words) return step(text, limit, pc + 1, token + 1, found);
  return step(text, limit, pc, token, found);
}

bool PatternSet::step(const PatternText& text, std::uint32_t limit, std::uint32_t pc, std::uint32_t token, PatternMatch& found) const {
  while (true) {
    const auto& in = code_[pc];
    switch (in.op) {
      case Op::match: found.last = token; return true;
      case Op::split:
        if (in.a == in.b) {
          pc = in.a;
          continue;
        }
        if (branch(text, limit, in.a, token, found)) return true;
        pc = in.b;
        continue;
      case Op::save_first:
      case Op::save_last: {
        auto& slot = in.op == Op::save_first ? found.capture_first : found.capture_last;
        const auto old = slot;
        slot = token;
        if (step(text, limit, pc + 1, token, found)) return true;
        slot = old;
        return false;
      }
      default: {
        std::uint32_t next = 0;
        if (token >= limit || !accepts(text, in, token, next) || next > limit) return false;
        token = next;
        ++pc;
      }
    }
  }
}

inline bool PatternSet::may_follow(const PatternText& text, const Program& program, std::uint32_t first) const {
  for (auto list = program.required.first; list < program.required.last; ++list) {
    const auto words = required_[list];
    auto at = words.first;
    while (at < words.last && text.last_at[required_words_[at]] <= first) ++at;
    if (at == words.last) return false;
  }
  return true;
}

void PatternSet::run(const PatternText& text, std::uint32_t program, std::uint32_t first, std::uint32_t limit, std::vector<PatternMatch>& out) const {
  if (!may_follow(text, programs_[program], first)) return;
  PatternMatch found;
  found.first = first;
  found.payload = programs_[program].payload;
  if (step(text, limit, programs_[program].start, first, found)) out.push_back(found);
}

void PatternSet::match(const PatternText& text, std::uint32_t first, std::uint32_t limit, std::vector<PatternMatch>& out) const {
  const auto word = text.tokens[first].word;
  if (!starts(word)) return;
  const auto& head = flat_heads_[heads_[word] - 1];
  const auto second = first + 1 < limit ? text.tokens[first + 1].word : unknown_word;
  const Pair* const end = pairs_.data() + head.pairs.last;
  const Pair* pair = end;
  if (may_pair(word, second))
    pair = std::lower_bound(pairs_.data() + head.pairs.first, end, second, [](const Pair& p, WordId w) { return p.second < w; });
  // Both lists are in the order of the programs: so are the matches. A program may stand in both.
  const auto run_paired = [&](std::uint32_t before) {
    for (; pair != end && pair->second == second && pair->program < before; ++pair) run(text, pair->program, first, limit, out);
  };
  if (head.open.first != head.open.last) {
    const auto traits = first + 1 < limit ? traits_of(text, first + 1) : anything;
    for (auto o = head.open.first; o < head.open.last; ++o) {
      const auto open = open_[o];
      if ((open.wanted & traits) == 0) continue;
      run_paired(open.program);
      if (pair != end && pair->second == second && pair->program == open.program) ++pair;
      run(text, open.program, first, limit, out);
    }
  }
  run_paired(static_cast<std::uint32_t>(programs_.size()));
}

}  // namespace attache
