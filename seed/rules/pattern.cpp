// SPDX-License-Identifier: MIT
#include "seed/rules/pattern.h"

#include <algorithm>

#include "seed/rules/pattern_compiler.h"
#include "seed/text/fold.h"

namespace attache {

void record_words(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& last_at) {
  for (auto t = first; t < last; ++t) last_at[tokens[t].word] = t;
}

void PatternSet::add(std::string_view pattern, std::uint32_t payload, const Sets& sets, Vocabulary& vocabulary) {
  auto compiled = compile_pattern(*this, pattern, sets, vocabulary);
  const auto start = compiled.start;
  programs_.push_back({start, payload, std::move(compiled.required)});
  std::vector<std::uint32_t> first;
  reach(start, first);
  for (const auto pc : first) {
    const auto op = code_[pc].op;
    if (op == Op::word || op == Op::words || op == Op::capital || op == Op::prefix) continue;
    throw PatternError("the pattern '" + std::string(pattern) + "' must begin with a word, not with a class, a gap or nothing but optional words");
  }
}

void PatternSet::reach(std::uint32_t pc, std::vector<std::uint32_t>& instructions) const {
  if (pc >= code_.size()) return instructions.push_back(pc);  // the end of what is compiled so far
  switch (code_[pc].op) {
    case Op::split:
      reach(code_[pc].a, instructions);
      if (code_[pc].b != code_[pc].a) reach(code_[pc].b, instructions);
      break;
    case Op::save_first: case Op::save_last: reach(pc + 1, instructions); break;
    default: instructions.push_back(pc);
  }
}

PatternSet::Following PatternSet::following(std::uint32_t pc) const {
  Following out;
  std::vector<std::uint32_t> next;
  reach(pc, next);
  for (const auto at : next) {
    if (at >= code_.size()) {
      out.any = true;
      continue;
    }
    const auto& in = code_[at];
    if (in.op == Op::word || in.op == Op::capital) out.words.push_back(in.a);
    else if (in.op == Op::words) out.words.insert(out.words.end(), word_sets_[in.a].begin(), word_sets_[in.a].end());
    else out.any = true;
  }
  std::sort(out.words.begin(), out.words.end());
  out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
  return out;
}

std::vector<WordId> PatternSet::words_of(const Instruction& in, const Vocabulary& vocabulary) const {
  if (in.op == Op::words) return word_sets_[in.a];
  if (in.op != Op::prefix) return {in.a};
  std::vector<WordId> words;
  for (WordId word = 1; word < vocabulary.size(); ++word) {
    if (vocabulary.text(word).starts_with(prefixes_[in.a])) words.push_back(word);
  }
  return words;
}

void PatternSet::index(std::uint32_t program, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> first;
  reach(programs_[program].start, first);
  for (const auto pc : first) {
    const auto next = following(pc + 1);
    for (const auto word : words_of(code_[pc], vocabulary)) {
      auto& head = heads_[word];
      if (next.any) head.open.push_back(program);
      else for (const auto second : next.words) head.pairs.push_back({second, program});
    }
  }
}

void PatternSet::finish(const Vocabulary& vocabulary) {
  heads_.assign(vocabulary.size(), {});
  for (std::uint32_t p = 0; p < programs_.size(); ++p) index(p, vocabulary);
  for (auto& head : heads_) {
    std::sort(head.open.begin(), head.open.end());
    head.open.erase(std::unique(head.open.begin(), head.open.end()), head.open.end());
    // A program that may go on with anything needs no pairs.
    std::erase_if(head.pairs, [&](const Pair& pair) { return std::binary_search(head.open.begin(), head.open.end(), pair.program); });
    const auto order = [](const Pair& x, const Pair& y) { return std::pair(x.second, x.program) < std::pair(y.second, y.program); };
    std::sort(head.pairs.begin(), head.pairs.end(), order);
    const auto same = [](const Pair& x, const Pair& y) { return x.second == y.second && x.program == y.program; };
    head.pairs.erase(std::unique(head.pairs.begin(), head.pairs.end(), same), head.pairs.end());
  }
}

bool PatternSet::accepts(const PatternText& text, const Instruction& in, std::uint32_t token, std::uint32_t& next) const {
  const Token& t = text.tokens[token];
  next = token + 1;
  switch (in.op) {
    case Op::word: return t.word == in.a;
    case Op::capital: return t.word == in.a && t.capital;
    case Op::words: return std::find(word_sets_[in.a].begin(), word_sets_[in.a].end(), t.word) != word_sets_[in.a].end();
    case Op::prefix: return t.kind == TokenKind::word && fold_word(slice(text.text, t.span())).starts_with(prefixes_[in.a]);
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

bool PatternSet::step(const PatternText& text, std::uint32_t limit, std::uint32_t pc, std::uint32_t token, PatternMatch& found) const {
  while (true) {
    const auto& in = code_[pc];
    switch (in.op) {
      case Op::match:
        found.last = token;
        return true;
      case Op::split:
        if (in.a == in.b) {
          pc = in.a;
          continue;
        }
        if (step(text, limit, in.a, token, found)) return true;
        pc = in.b;
        continue;
      case Op::save_first: case Op::save_last: {
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

bool PatternSet::may_follow(const PatternText& text, const Program& program, std::uint32_t first) {
  return std::all_of(program.required.begin(), program.required.end(), [&](const std::vector<WordId>& words) {
    return std::any_of(words.begin(), words.end(), [&](WordId word) { return text.last_at[word] > first; });
  });
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
  const auto& head = heads_[word];
  const auto second = first + 1 < limit ? text.tokens[first + 1].word : unknown_word;
  auto pair = std::lower_bound(head.pairs.begin(), head.pairs.end(), second, [](const Pair& p, WordId w) { return p.second < w; });
  if (second == unknown_word) pair = head.pairs.end();
  // Both lists are in the order of the programs: so are the matches.
  auto open = head.open.begin();
  while (open != head.open.end() || (pair != head.pairs.end() && pair->second == second)) {
    const bool paired = pair != head.pairs.end() && pair->second == second && (open == head.open.end() || pair->program < *open);
    run(text, paired ? (pair++)->program : *open++, first, limit, out);
  }
}

}  // namespace attache
