// SPDX-License-Identifier: MIT
// What is made ready before matching: which programs can begin with which words, and the flat
// tables that matching reads.
#include <algorithm>
#include <bit>
#include <limits>
#include <map>

#include "seed/rules/pattern.h"
#include "seed/rules/pattern_compiler.h"
#include "seed/rules/pattern_traits.h"

namespace attache {

void PatternSet::add(std::string_view pattern, std::uint32_t payload, const Sets& sets,
                     Vocabulary& vocabulary) {
  auto compiled = compile_pattern(*this, pattern, sets, vocabulary);
  const auto start = compiled.start;
  programs_.push_back({start, payload, add_required(std::move(compiled.required))});
  std::vector<std::uint32_t> first;
  reach(start, first);
  for (const auto pc : first) {
    const auto op = code_[pc].op;
    if (op == Op::word || op == Op::words || op == Op::capital || op == Op::capitals ||
        op == Op::prefix)
      continue;
    throw PatternError(
        "the pattern '" + std::string(pattern) +
        "' must begin with a word, not with a class, a gap or nothing but optional words");
  }
}

PatternSet::Range PatternSet::add_required(std::vector<std::vector<WordId>> lists) {
  // The shortest list of words is the quickest to be found missing.
  std::stable_sort(lists.begin(), lists.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
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
    else if (in.op == Op::words || in.op == Op::capitals)
      out.words.insert(out.words.end(), word_sets_[in.a].begin(), word_sets_[in.a].end());
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

std::vector<WordId> PatternSet::words_of(const Instruction& in) const {
  if (in.op == Op::words || in.op == Op::capitals) return word_sets_[in.a];
  if (in.op == Op::prefix) return prefixed_[in.a];
  return {in.a};
}

void PatternSet::expand_prefixes(const Vocabulary& vocabulary) {
  std::vector<std::pair<std::string_view, WordId>> sorted;
  vocabulary.each_form(
      [&](std::string_view form, WordId word) { sorted.emplace_back(form, word); });
  std::sort(sorted.begin(), sorted.end());
  prefixed_.assign(prefixes_.size(), {});
  for (std::size_t p = 0; p < prefixes_.size(); ++p) {
    const std::string_view prefix = prefixes_[p];
    auto at = std::lower_bound(sorted.begin(), sorted.end(), std::pair(prefix, WordId{0}));
    for (; at != sorted.end() && at->first.starts_with(prefix); ++at)
      prefixed_[p].push_back(at->second);
    std::sort(prefixed_[p].begin(), prefixed_[p].end());
    prefixed_[p].erase(std::unique(prefixed_[p].begin(), prefixed_[p].end()), prefixed_[p].end());
  }
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
    const auto from = entry(program, pc);
    const auto soon = shortest_required(program);
    const auto next = following(pc + 1);
    for (const auto word : words_of(code_[pc])) {
      auto& head = head_of(word, heads);
      if (next.traits != 0) head.open.push_back({program, next.traits, from, soon});
      // A program that may go on with anything needs no pairs.
      if ((next.traits & anything) != 0) continue;
      for (const auto second : next.words) head.pairs.push_back({second, program, from});
    }
  }
}

PatternSet::Range PatternSet::shortest_required(std::uint32_t program) const {
  const auto lists = programs_[program].required;
  return lists.first < lists.last ? required_[lists.first] : Range{};
}

/// Matching may begin right where the first word is taken, and spare the other ways in, unless what
/// it skips marks the object.
std::uint32_t PatternSet::entry(std::uint32_t program, std::uint32_t pc) const {
  const auto start = programs_[program].start;
  const auto marks = [&](std::uint32_t at) {
    return code_[at].op == Op::save_first || code_[at].op == Op::save_last;
  };
  for (auto at = start; at < pc; ++at) {
    if (marks(at)) return start;
  }
  return pc;
}

void PatternSet::settle(Head& head) const {
  // Several ways into one program at one word: one entry with the traits of all, from the program's
  // start.
  std::vector<Open> open;
  for (const auto& way : head.open) {
    if (!open.empty() && open.back().program == way.program)
      open.back() = {way.program, open.back().wanted | way.wanted, programs_[way.program].start,
                     way.soon};
    else open.push_back(way);
  }
  head.open = std::move(open);
  const auto order = [](const Pair& x, const Pair& y) {
    return std::pair(x.second, x.program) < std::pair(y.second, y.program);
  };
  std::sort(head.pairs.begin(), head.pairs.end(), order);
  const auto same = [](const Pair& x, const Pair& y) {
    return x.second == y.second && x.program == y.program;
  };
  for (std::size_t i = 1; i < head.pairs.size(); ++i) {
    auto& one = head.pairs[i - 1];
    auto& other = head.pairs[i];
    if (same(one, other) && one.entry != other.entry)
      one.entry = other.entry = programs_[one.program].start;
  }
  head.pairs.erase(std::unique(head.pairs.begin(), head.pairs.end(), same), head.pairs.end());
}

void PatternSet::flatten_heads(const std::vector<Head>& heads) {
  const auto append = [](auto& table, const auto& part) {
    const auto first = static_cast<std::uint32_t>(table.size());
    table.insert(table.end(), part.begin(), part.end());
    return Range{first, static_cast<std::uint32_t>(table.size())};
  };
  flat_heads_.clear();
  for (const auto& head : heads)
    flat_heads_.push_back({append(open_, head.open), append(pairs_, head.pairs)});
  pair_bits_.assign(std::size_t{1} << pair_filter_bits, false);
  for (WordId word = 0; word < heads_.size(); ++word) {
    if (heads_[word] == 0) continue;
    for (const auto& pair : heads[heads_[word] - 1].pairs)
      pair_bits_[pair_bit(word, pair.second)] = true;
  }
}

/// Where the first way of a choice is itself a choice among words, a look at the token spares
/// trying each: at every place of a gap, above all.
void PatternSet::guard_splits() {
  std::map<std::uint32_t, std::uint16_t> known;  // where the way begins -> guard
  for (auto& in : code_) {
    if (in.op != Op::split || in.a == in.b || code_[in.a].op != Op::split) continue;
    const auto [at, fresh] = known.try_emplace(in.a, std::uint16_t{0});
    if (fresh && word_sets_.size() < std::numeric_limits<std::uint16_t>::max()) {
      auto next = following(in.a);
      if (next.traits == 0) {
        word_sets_.push_back(std::move(next.words));
        at->second = static_cast<std::uint16_t>(word_sets_.size());
      }
    }
    in.guard = at->second;
  }
}

void PatternSet::flatten_sets() {
  constexpr std::size_t few = 8;  // below that a look at each is quicker than a hash
  flat_sets_.clear();
  for (const auto& words : word_sets_) {
    const auto first = static_cast<std::uint32_t>(set_words_.size());
    const bool hashed = words.size() > few;
    const auto size =
        static_cast<std::uint32_t>(hashed ? std::bit_ceil(words.size() * 2) : words.size());
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
  guard_splits();
  flatten_sets();
}

}  // namespace attache
