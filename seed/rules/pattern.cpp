// SPDX-License-Identifier: MIT
#include "seed/rules/pattern.h"

#include <algorithm>

#include "seed/rules/pattern_traits.h"
#include "seed/text/fold.h"

namespace attache {

void record_words(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last,
                  std::vector<std::uint32_t>& last_at) {
  for (auto t = first; t < last; ++t) last_at[tokens[t].word] = t;
}

PatternSet::Traits PatternSet::traits_of(const PatternText& text, std::uint32_t token) {
  const Token& t = text.tokens[token];
  Traits traits = anything | static_cast<Traits>(text.classes[token]);
  if (t.kind != TokenKind::punctuation) traits |= no_punctuation;
  if (t.kind == TokenKind::word && t.capital) traits |= capital_word;
  const auto& matches = text.names.matches;
  for (auto i = text.names.starts[token];
       i != 0 && i <= matches.size() && matches[i - 1].first == token; ++i) {
    traits |= name_bit(text.trie.names()[matches[i - 1].name].kind);
  }
  return traits;
}

/// Known words were looked through when the set was finished; the letters of others have to be.
bool PatternSet::begins_with(const PatternText& text, const Token& token,
                             std::uint32_t prefix) const {
  if (token.kind != TokenKind::word) return false;
  if (token.word != unknown_word)
    return std::binary_search(prefixed_[prefix].begin(), prefixed_[prefix].end(), token.word);
  return fold_word(slice(text.text, token.span())).starts_with(prefixes_[prefix]);
}

inline bool PatternSet::may_pair(WordId first, WordId second) const {
  return second != unknown_word && pair_bits_[pair_bit(first, second)];
}

inline bool PatternSet::in_set(std::uint32_t set, WordId word) const {
  const auto flat = flat_sets_[set];
  const WordId* words = set_words_.data() + flat.first;
  if (!flat.hashed) return std::find(words, words + flat.size, word) != words + flat.size;
  auto at = word & (flat.size - 1);
  while (words[at] != unknown_word && words[at] != word) at = (at + 1) & (flat.size - 1);
  return words[at] != unknown_word;
}

inline bool PatternSet::accepts(const PatternText& text, const Instruction& in, std::uint32_t token,
                                std::uint32_t& next) const {
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
inline bool PatternSet::branch(const PatternText& text, std::uint32_t limit, std::uint32_t pc,
                               std::uint32_t token, PatternMatch& found) const {
  const auto& in = code_[pc];
  if (in.op == Op::word && (token >= limit || text.tokens[token].word != in.a)) return false;
  if (in.op == Op::words && (token >= limit || !in_set(in.a, text.tokens[token].word)))
    return false;
  if (in.op == Op::word || in.op == Op::words) return step(text, limit, pc + 1, token + 1, found);
  return step(text, limit, pc, token, found);
}

bool PatternSet::step(const PatternText& text, std::uint32_t limit, std::uint32_t pc,
                      std::uint32_t token, PatternMatch& found) const {
  while (true) {
    const auto& in = code_[pc];
    switch (in.op) {
      case Op::match: found.last = token; return true;
      case Op::split:
        if (in.a == in.b) {
          pc = in.a;
          continue;
        }
        if (in.guard == 0 || (token < limit && in_set(in.guard - 1u, text.tokens[token].word))) {
          if (branch(text, limit, in.a, token, found)) return true;
        }
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

/// One of the words stands behind token `first`.
inline bool PatternSet::any_follows(const PatternText& text, Range words,
                                    std::uint32_t first) const {
  auto at = words.first;
  while (at < words.last && text.last_at[required_words_[at]] <= first) ++at;
  return at < words.last;
}

inline bool PatternSet::may_follow(const PatternText& text, const Program& program,
                                   std::uint32_t first) const {
  for (auto list = program.required.first; list < program.required.last; ++list) {
    if (!any_follows(text, required_[list], first)) return false;
  }
  return true;
}

void PatternSet::run(const PatternText& text, std::uint32_t program, std::uint32_t entry,
                     std::uint32_t first, std::uint32_t limit,
                     std::vector<PatternMatch>& out) const {
  if (!may_follow(text, programs_[program], first)) return;
  PatternMatch found;
  found.first = first;
  found.payload = programs_[program].payload;
  if (step(text, limit, entry, first, found)) out.push_back(found);
}

void PatternSet::match(const PatternText& text, std::uint32_t first, std::uint32_t limit,
                       std::vector<PatternMatch>& out) const {
  const auto word = text.tokens[first].word;
  if (!starts(word)) return;
  const auto& head = flat_heads_[heads_[word] - 1];
  const auto second = first + 1 < limit ? text.tokens[first + 1].word : unknown_word;
  const Pair* const end = pairs_.data() + head.pairs.last;
  const Pair* pair = end;
  if (may_pair(word, second))
    pair = std::lower_bound(pairs_.data() + head.pairs.first, end, second,
                            [](const Pair& p, WordId w) { return p.second < w; });
  // Both lists are in the order of the programs: so are the matches. A program may stand in both.
  const auto run_paired = [&](std::uint32_t before) {
    for (; pair != end && pair->second == second && pair->program < before; ++pair)
      run(text, pair->program, pair->entry, first, limit, out);
  };
  if (head.open.first != head.open.last) {
    const auto traits = first + 1 < limit ? traits_of(text, first + 1) : anything;
    for (auto o = head.open.first; o < head.open.last; ++o) {
      const auto open = open_[o];
      if ((open.wanted & traits) == 0) continue;
      if (open.soon.first < open.soon.last && !any_follows(text, open.soon, first)) continue;
      run_paired(open.program);
      auto from = open.entry;
      if (pair != end && pair->second == second && pair->program == open.program) {
        if (pair->entry != from) from = programs_[open.program].start;
        ++pair;
      }
      run(text, open.program, from, first, limit, out);
    }
  }
  run_paired(static_cast<std::uint32_t>(programs_.size()));
}

}  // namespace attache
