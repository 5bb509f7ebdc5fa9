// SPDX-License-Identifier: MIT
#include "seed/rules/pattern.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "seed/text/fold.h"
#include "seed/text/word_class.h"

namespace attache {
namespace {

struct ClassName {
  std::string_view name;
  bool is_name;
  std::uint32_t value;
};

constexpr std::uint32_t bits(WordClass c) { return static_cast<std::uint32_t>(c); }
constexpr std::uint32_t kind(NameKind k) { return static_cast<std::uint32_t>(k); }

constexpr std::array class_names{
    ClassName{"body", true, kind(NameKind::body)},
    ClassName{"country", true, kind(NameKind::country)},
    ClassName{"adjective", true, kind(NameKind::adjective)},
    ClassName{"demonym", true, kind(NameKind::demonym)},
    ClassName{"office", true, kind(NameKind::office)},
    ClassName{"honorific", true, kind(NameKind::honorific)},
    ClassName{"person", true, kind(NameKind::person)},
    ClassName{"det", false, bits(WordClass::determiner)},
    ClassName{"poss", false, bits(WordClass::possessive)},
    ClassName{"prep", false, bits(WordClass::preposition)},
    ClassName{"coord", false, bits(WordClass::coordinator)},
    ClassName{"verb", false, bits(WordClass::verb_base)},
    ClassName{"verbs", false, bits(WordClass::verb_s)},
    ClassName{"ing", false, bits(WordClass::verb_ing)},
    ClassName{"ed", false, bits(WordClass::verb_ed)},
    ClassName{"adj", false, bits(WordClass::adjective)},
    ClassName{"adv", false, bits(WordClass::adverb)},
    ClassName{"noun", false, bits(WordClass::noun)},
    ClassName{"num", false, bits(WordClass::numeral)},
    ClassName{"pron", false, bits(WordClass::pronoun)},
    ClassName{"modal", false, bits(WordClass::modal)},
    ClassName{"aux", false, bits(WordClass::auxiliary)},
};

}  // namespace

void record_words(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& last_at) {
  for (auto t = first; t < last; ++t) last_at[tokens[t].word] = t;
}

/// Recursive descent straight to code; `split a b` tries a first.
class PatternCompiler {
 public:
  PatternCompiler(PatternSet& set, std::string_view pattern, const PatternSet::Sets& sets, Vocabulary& vocabulary)
      : set_(set), pattern_(pattern), sets_(sets), vocabulary_(vocabulary) {}

  std::uint32_t compile() {
    const auto start = here();
    bool begun = false;  // optional words before the first word do not count as it
    while (more()) {
      const char c = pattern_[at_];
      const auto begin = here();
      element(c);
      const bool optional = c == '[' || c == '{' || c == '.';
      if (begun && !optional) require(begin);
      begun = begun || !optional;
    }
    if (at_ < pattern_.size()) fail("unexpected '" + std::string(1, pattern_[at_]) + "'");
    if (here() == start) fail("empty pattern");
    emit(Op::match);
    return start;
  }

 private:
  using Op = PatternSet::Op;

  [[noreturn]] void fail(const std::string& what) const {
    throw PatternError(what + " at byte " + std::to_string(at_) + " of the pattern '" + std::string(pattern_) + "'");
  }

  std::uint32_t here() const { return static_cast<std::uint32_t>(set_.code_.size()); }
  std::uint32_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    set_.code_.push_back({op, a, b});
    return here() - 1;
  }

  void spaces() {
    while (at_ < pattern_.size() && pattern_[at_] == ' ') ++at_;
  }
  bool peek(char c) {
    spaces();
    return at_ < pattern_.size() && pattern_[at_] == c;
  }
  void expect(char c) {
    if (!peek(c)) fail(std::string("'") + c + "' expected");
    ++at_;
  }

  /// True where another element stands in this sequence.
  bool more() {
    spaces();
    return at_ < pattern_.size() && std::string_view("|)]}").find(pattern_[at_]) == std::string_view::npos;
  }

  void sequence() {
    while (more()) element(pattern_[at_]);
  }

  /// The element that starts at `pc` must be there; where it is a choice of words, one of them must.
  void require(std::uint32_t pc) {
    auto next = set_.following(pc);
    if (!next.any) required_.push_back(std::move(next.words));
  }

  void element(char c) {
    switch (c) {
      case '(': choices(')'); break;
      case '[': optional(); break;
      case '{': capture(); break;
      case '<': word_class(); break;
      case '$': named_set(); break;
      default:
        if (pattern_.substr(at_, 3) == "...") gap();
        else word();
    }
  }

  /// Alternatives up to the closing bracket.
  void choices(char close) {
    ++at_;
    std::vector<std::uint32_t> ends;
    while (true) {
      const auto split = emit(Op::split, here() + 1, 0);
      sequence();
      if (peek('|')) {
        ++at_;
        ends.push_back(emit(Op::split));
        set_.code_[split].b = here();
      } else {
        set_.code_[split].b = set_.code_[split].a;
        break;
      }
    }
    expect(close);
    for (const auto end : ends) set_.code_[end] = {Op::split, here(), here()};
  }

  void optional() {
    const auto split = emit(Op::split, here() + 1, 0);
    choices(']');
    set_.code_[split].b = here();
  }

  void capture() {
    ++at_;
    emit(Op::save_first);
    sequence();
    expect('}');
    emit(Op::save_last);
  }

  void gap() {
    at_ += 3;
    unsigned n = 0;
    const auto [end, error] = std::from_chars(pattern_.data() + at_, pattern_.data() + pattern_.size(), n);
    if (error != std::errc() || n == 0 || n > 30) fail("'...' needs a number from 1 to 30");
    at_ = static_cast<std::size_t>(end - pattern_.data());
    const auto first = here();
    for (unsigned i = 0; i < n; ++i) {
      emit(Op::split, first + 2 * n, first + 2 * i + 1);
      emit(Op::any);
    }
  }

  void word_class() {
    const auto end = pattern_.find('>', at_);
    if (end == std::string_view::npos) fail("'>' expected");
    const auto name = pattern_.substr(at_ + 1, end - at_ - 1);
    if (name == "cap") emit(Op::cap);
    else if (name == "word") emit(Op::any_word);
    else {
      const auto found = std::find_if(class_names.begin(), class_names.end(), [&](const ClassName& c) { return c.name == name; });
      if (found == class_names.end()) fail("no class '" + std::string(name) + "'");
      emit(found->is_name ? Op::name : Op::word_class, found->value);
    }
    at_ = end + 1;
  }

  void named_set() {
    std::size_t end = at_ + 1;
    while (end < pattern_.size() && (std::isalnum(static_cast<unsigned char>(pattern_[end])) != 0 || pattern_[end] == '_' || pattern_[end] == '-')) ++end;
    const auto found = sets_.find(pattern_.substr(at_ + 1, end - at_ - 1));
    if (found == sets_.end()) fail("no set '" + std::string(pattern_.substr(at_, end - at_)) + "'");
    if (++depth_ > 8) fail("sets nest too deep");
    std::string joined = "(";
    for (const auto& phrase : found->second) joined += (joined.size() > 1 ? "|" : "") + phrase;
    joined += ")";
    PatternCompiler inner(set_, joined, sets_, vocabulary_);
    inner.depth_ = depth_;
    inner.sequence();
    --depth_;
    at_ = end;
  }

  void word() {
    const auto begin = at_;
    const bool escaped = pattern_[at_] == '\\';
    if (escaped) ++at_;
    const auto start = at_;
    while (at_ < pattern_.size() && (std::string_view(" |()[]{}<>$~*^").find(pattern_[at_]) == std::string_view::npos || (escaped && at_ == start))) ++at_;
    const auto raw = pattern_.substr(start, at_ - start);
    if (raw.empty()) fail("word expected");
    const char mark = at_ < pattern_.size() ? pattern_[at_] : ' ';
    auto folded = fold_word(raw);
    if (raw == "'s") folded = "'s";
    if (folded.empty() || folded.find_first_not_of('.') == std::string::npos) folded = std::string(raw);
    if (mark == '~') inflected(folded);
    else if (mark == '*') prefix(folded);
    else if (mark == '^') emit(Op::capital, vocabulary_.intern(folded));
    else emit(Op::word, vocabulary_.intern(folded));
    if (mark == '~' || mark == '*' || mark == '^') ++at_;
    if (at_ == begin) fail("word expected");
  }

  void inflected(const std::string& base) {
    std::vector<WordId> words;
    for (const auto& form : inflections(base)) words.push_back(vocabulary_.intern(form));
    if (const auto more = sets_.find("~" + base); more != sets_.end()) {
      for (const auto& form : more->second) words.push_back(vocabulary_.intern(fold_word(form)));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    set_.word_sets_.push_back(std::move(words));
    emit(Op::words, static_cast<std::uint32_t>(set_.word_sets_.size() - 1));
  }

  void prefix(const std::string& stem) {
    if (stem.size() < 3) fail("a word before '*' needs three letters");
    vocabulary_.intern(stem);
    set_.prefixes_.push_back(stem);
    emit(Op::prefix, static_cast<std::uint32_t>(set_.prefixes_.size() - 1));
  }

  PatternSet& set_;
  std::string_view pattern_;
  const PatternSet::Sets& sets_;
  Vocabulary& vocabulary_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::vector<std::vector<WordId>> required_;

 public:
  std::vector<std::vector<WordId>> required() && { return std::move(required_); }
};

void PatternSet::add(std::string_view pattern, std::uint32_t payload, const Sets& sets, Vocabulary& vocabulary) {
  PatternCompiler compiler(*this, pattern, sets, vocabulary);
  const auto start = compiler.compile();
  programs_.push_back({start, payload, std::move(compiler).required()});
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
