// SPDX-License-Identifier: MIT
#include "seed/rules/pattern_compiler.h"

#include <algorithm>
#include <array>
#include <cctype>
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

/// Recursive descent straight to code; `split a b` tries a first.
class PatternCompiler {
 public:
  PatternCompiler(PatternSet& set, std::string_view pattern, const PatternSet::Sets& sets,
                  Vocabulary& vocabulary)
      : set_(set), pattern_(pattern), sets_(sets), vocabulary_(vocabulary) {}

  CompiledPattern compile() {
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
    return {start, std::move(required_)};
  }

 private:
  using Op = PatternSet::Op;

  [[noreturn]] void fail(const std::string& what) const {
    throw PatternError(what + " at byte " + std::to_string(at_) + " of the pattern '" +
                       std::string(pattern_) + "'");
  }

  std::uint32_t here() const { return static_cast<std::uint32_t>(set_.code_.size()); }
  std::uint32_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    set_.code_.push_back({.op = op, .a = a, .b = b});
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
    return at_ < pattern_.size() &&
           std::string_view("|)]}").find(pattern_[at_]) == std::string_view::npos;
  }

  void sequence() {
    while (more()) element(pattern_[at_]);
  }

  /// The element that starts at `pc` must be there; where it is a choice of words, one of them
  /// must.
  void require(std::uint32_t pc) {
    auto next = set_.following(pc);
    if (next.traits == 0) required_.push_back(std::move(next.words));
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
      if (!plain_words()) sequence();
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
    for (const auto end : ends) set_.code_[end] = {.op = Op::split, .a = here(), .b = here()};
  }

  /// The alternative at hand where it is one word and nothing else ("word", "word~", "Word^"); else
  /// empty.
  std::string_view plain_alternative(std::size_t at) const {
    const auto end = pattern_.find_first_of("|)]", at);
    if (end == std::string_view::npos) return {};
    auto word = pattern_.substr(at, end - at);
    word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
    word = word.substr(0, word.find_last_not_of(' ') + 1);
    const auto special = word.find_first_of(" ([{<>}$*\\~^");
    const bool marked =
        !word.empty() && special + 1 == word.size() && (word.back() == '~' || word.back() == '^');
    const bool plain = special == std::string_view::npos && !word.starts_with("...");
    return plain || (marked && word.size() > 1) ? word : std::string_view{};
  }

  /// Takes the alternatives at hand as long as each is one word, with capitals or without, and
  /// makes one look-up of them: tried one by one, the long lists that cues are made of cost most of
  /// the matching. False where the first is more.
  bool plain_words() {
    auto word = plain_alternative(at_);
    if (word.empty()) return false;
    const bool capital = word.back() == '^';
    std::vector<WordId> words;
    while (true) {
      add_forms(word, words);
      at_ = pattern_.find_first_of("|)]", at_);
      if (pattern_[at_] != '|') break;
      word = plain_alternative(at_ + 1);
      if (word.empty() || (word.back() == '^') != capital) break;
      ++at_;
    }
    emit_words(std::move(words), capital ? Op::capitals : Op::words);
    return true;
  }

  void add_forms(std::string_view word, std::vector<WordId>& words) {
    const bool marked = word.size() > 1 && (word.back() == '~' || word.back() == '^');
    const auto folded = folded_form(marked ? word.substr(0, word.size() - 1) : word);
    if (word.back() != '~' || !marked) return words.push_back(vocabulary_.intern(folded));
    const auto forms = inflected(folded);
    words.insert(words.end(), forms.begin(), forms.end());
  }

  static std::string folded_form(std::string_view raw) {
    if (raw == "'s") return "'s";
    auto folded = fold_word(raw);
    if (folded.empty() || folded.find_first_not_of('.') == std::string::npos)
      folded = std::string(raw);
    return folded;
  }

  void emit_words(std::vector<WordId> words, Op op) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    set_.word_sets_.push_back(std::move(words));
    emit(op, static_cast<std::uint32_t>(set_.word_sets_.size() - 1));
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
    const auto [end, error] =
        std::from_chars(pattern_.data() + at_, pattern_.data() + pattern_.size(), n);
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
      const auto found = std::find_if(class_names.begin(), class_names.end(),
                                      [&](const ClassName& c) { return c.name == name; });
      if (found == class_names.end()) fail("no class '" + std::string(name) + "'");
      emit(found->is_name ? Op::name : Op::word_class, found->value);
    }
    at_ = end + 1;
  }

  void named_set() {
    std::size_t end = at_ + 1;
    while (end < pattern_.size() && (std::isalnum(static_cast<unsigned char>(pattern_[end])) != 0 ||
                                     pattern_[end] == '_' || pattern_[end] == '-'))
      ++end;
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
    while (at_ < pattern_.size() &&
           (std::string_view(" |()[]{}<>$~*^").find(pattern_[at_]) == std::string_view::npos ||
            (escaped && at_ == start)))
      ++at_;
    const auto raw = pattern_.substr(start, at_ - start);
    if (raw.empty()) fail("word expected");
    const char mark = at_ < pattern_.size() ? pattern_[at_] : ' ';
    const auto folded = folded_form(raw);
    if (mark == '~') emit_words(inflected(folded), Op::words);
    else if (mark == '*') prefix(folded);
    else if (mark == '^') emit(Op::capital, vocabulary_.intern(folded));
    else emit(Op::word, vocabulary_.intern(folded));
    if (mark == '~' || mark == '*' || mark == '^') ++at_;
    if (at_ == begin) fail("word expected");
  }

  std::vector<WordId> inflected(const std::string& base) {
    std::vector<WordId> words;
    for (const auto& form : inflections(base)) words.push_back(vocabulary_.intern(form));
    if (const auto more = sets_.find("~" + base); more != sets_.end()) {
      for (const auto& form : more->second) words.push_back(vocabulary_.intern(fold_word(form)));
    }
    return words;
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
};

CompiledPattern compile_pattern(PatternSet& set, std::string_view pattern,
                                const PatternSet::Sets& sets, Vocabulary& vocabulary) {
  return PatternCompiler(set, pattern, sets, vocabulary).compile();
}

}  // namespace attache
