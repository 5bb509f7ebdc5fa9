// SPDX-License-Identifier: MIT
#include "seed/text/tokens.h"

#include <algorithm>
#include <array>

#include "seed/text/fold.h"
#include "seed/text/unicode.h"
#include "seed/text/word_joins.h"

namespace attache {
namespace {

/// The lower case of an ASCII letter, a digit itself, 0 for every other byte: the tokenizer's inner
/// loop is one look-up a byte.
constexpr auto plain_folds = [] {
  std::array<char, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c);
  for (int c = 'a'; c <= 'z'; ++c) {
    table[static_cast<std::size_t>(c)] = static_cast<char>(c);
    table[static_cast<std::size_t>(c - 'a' + 'A')] = static_cast<char>(c);
  }
  return table;
}();

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& out)
      : text_(text), vocabulary_(vocabulary), joins_(text, vocabulary), out_(out) {}

  void run() {
    while (at_ < text_.size()) step();
  }

 private:
  struct Char {
    CharClass kind;
    std::uint32_t bytes;
    std::int32_t value;
  };

  Char look(std::size_t offset) const {
    const auto point = decode(text_, offset);
    return {classify(point.value), point.bytes, point.value};
  }

  void step() {
    const auto c = look(at_);
    switch (c.kind) {
      case CharClass::space:
      case CharClass::soft_hyphen:
      case CharClass::mark:
        space_ = true;
        at_ += c.bytes;
        break;
      case CharClass::newline: newline(c); break;
      case CharClass::letter: word(); break;
      case CharClass::digit: number(); break;
      default: punctuation(c); break;
    }
  }

  void newline(const Char& c) {
    const bool crlf = c.value == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    at_ += crlf ? 2 : c.bytes;
    blank_ = blank_ || newline_;
    newline_ = space_ = true;
  }

  Token& push(std::size_t begin, std::size_t end, TokenKind kind) {
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.space = space_;
    token.newline = newline_ || out_.empty();
    token.blank = blank_;
    space_ = newline_ = blank_ = false;
    return out_.emplace_back(token);
  }

  bool letter_at(std::size_t offset) const {
    return offset < text_.size() && look(offset).kind == CharClass::letter;
  }

  /// "U.S.", "H.E.", "U.S.S.R": letters and dots in turn, at least two letters. End offset, or 0.
  /// "A.A.A.and" is none from any of its letters: that is remembered, so that it is read once.
  std::size_t dotted_end() {
    if (at_ < undotted_until_) return 0;
    std::size_t at = at_;
    int letters = 0;
    while (at + 1 < text_.size() && text_[at] >= 'A' && text_[at] <= 'Z' && text_[at + 1] == '.') {
      ++letters;
      at += 2;
    }
    if (letters < 2) return 0;
    if (at < text_.size() && letter_at(at)) {
      const bool last_capital = text_[at] >= 'A' && text_[at] <= 'Z' && !letter_at(at + 1);
      if (!last_capital) undotted_until_ = at;
      return last_capital ? at + 1 : 0;
    }
    return at;
  }

  /// "Azerbaijan's": the possessive ending is a token of its own. "d'Ivoire" and "Da'esh" stay
  /// whole.
  bool possessive_at(std::size_t offset, std::uint32_t bytes) const {
    const std::size_t s = offset + bytes;
    return s < text_.size() && (text_[s] == 's' || text_[s] == 'S') &&
           !(s + 1 < text_.size() && is_word_char(s + 1));
  }

  bool is_word_char(std::size_t offset) const {
    const auto kind = look(offset).kind;
    return kind == CharClass::letter || kind == CharClass::digit;
  }

  void word() {
    if (const auto end = dotted_end()) return dotted(end);
    const std::size_t begin = at_;
    hash_ = Vocabulary::hash_start;
    folded_size_ = 0;
    plain_ = true;
    letters_ = uppers_ = 0;
    first_upper_ = is_upper(look(at_).value);
    take_plain();
    std::size_t end = at_;
    while (at_ < text_.size() && consume(begin)) end = at_;
    at_ = end;
    finish_word(begin, end);
    if (at_ < text_.size()) possessive();
  }

  /// Takes the run of ASCII letters and digits at hand, as far as there is room for its folded
  /// form.
  void take_plain() {
    const std::size_t room = std::min(text_.size() - at_, folded_.size() - folded_size_);
    const char* in = text_.data() + at_;
    char* out = folded_.data() + folded_size_;
    std::uint32_t hash = hash_;
    int letters = 0, uppers = 0;
    std::size_t n = 0;
    for (; n < room; ++n) {
      const char low = plain_folds[static_cast<unsigned char>(in[n])];
      if (low == 0) break;
      out[n] = low;
      hash = Vocabulary::hash_step(hash, static_cast<unsigned char>(low));
      letters += low > '9';
      uppers += low != in[n];
    }
    at_ += n;
    folded_size_ += n;
    hash_ = hash;
    letters_ += letters;
    uppers_ += uppers;
  }

  /// Takes one more character into the word; false where the word ends.
  bool consume(std::size_t begin) {
    const auto c = look(at_);
    switch (c.kind) {
      case CharClass::letter:
      case CharClass::digit:
      case CharClass::mark: take(c); return true;
      case CharClass::soft_hyphen: return go_on(joins_.after_soft_hyphens(at_));
      case CharClass::hyphen: return go_on(joins_.after_hyphen(begin, at_, c.bytes));
      case CharClass::apostrophe:
        if (at_ == begin || possessive_at(at_, c.bytes) || !letter_at(at_ + c.bytes)) return false;
        at_ += c.bytes;
        return true;
      default: return is_dash(c.value) && go_on(joins_.after_dash(begin, at_));
    }
  }

  /// The word goes on at `offset`, unless that is 0.
  bool go_on(std::size_t offset) {
    if (offset == 0) return false;
    at_ = offset;
    return true;
  }

  void take(const Char& c) {
    if (c.value < 0x80) {
      const bool upper = c.value >= 'A' && c.value <= 'Z';
      const auto low = static_cast<char>(upper ? c.value + ('a' - 'A') : c.value);
      if (folded_size_ < folded_.size()) folded_[folded_size_++] = low;
      hash_ = Vocabulary::hash_step(hash_, static_cast<unsigned char>(low));
      letters_ += c.kind == CharClass::letter;
      uppers_ += upper;
    } else {
      plain_ = false;
      letters_ += c.kind == CharClass::letter;
      uppers_ += is_upper(c.value);
    }
    at_ += c.bytes;
  }

  void finish_word(std::size_t begin, std::size_t end) {
    auto& token = push(begin, end, TokenKind::word);
    token.capital = first_upper_;
    token.upper = letters_ > 1 && uppers_ == letters_;
    if (plain_ && folded_size_ < folded_.size()) {
      token.word = vocabulary_.find({folded_.data(), folded_size_}, hash_);
    } else {
      token.word = vocabulary_.find(fold_word(text_.substr(begin, end - begin)));
    }
  }

  void possessive() {
    const auto c = look(at_);
    if (c.kind != CharClass::apostrophe || !possessive_at(at_, c.bytes)) return;
    const std::size_t end = at_ + c.bytes + 1;
    push(at_, end, TokenKind::word).word = possessive_word_;
    at_ = end;
  }

  void dotted(std::size_t end) {
    const std::size_t begin = at_;
    at_ = end;
    auto& token = push(begin, end, TokenKind::word);
    token.capital = token.upper = token.dotted = true;
    auto folded = fold_word(text_.substr(begin, end - begin));
    token.word = vocabulary_.find(folded);
    if (token.word == unknown_word) {
      std::erase(folded, '.');
      token.word = vocabulary_.find(folded);
    }
  }

  /// "in 2005.6 We joined": a stop and a note's mark stand at `at_`, behind a year or the number of
  /// a resolution. A number of four figures with decimals stands before no new sentence.
  bool note_behind(std::size_t begin) const {
    if (at_ - begin != 4 || text_[at_] != '.') return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && look(end).kind == CharClass::digit) ++end;
    if (end > at_ + 4 || end >= text_.size()) return false;
    std::size_t next = end;
    while (next < text_.size() && is_space_at(next)) ++next;
    if (next == end || next + 1 >= text_.size()) return false;
    const auto c = look(next);
    return is_upper(c.value) && !is_upper(look(next + c.bytes).value);
  }
  bool is_space_at(std::size_t at) const {
    const auto kind = look(at).kind;
    return kind == CharClass::space || kind == CharClass::newline;
  }

  void number() {
    const std::size_t begin = at_;
    bool letters = false;
    while (at_ < text_.size() && !note_behind(begin)) {
      const auto c = look(at_);
      const bool inner = (c.value == '.' || c.value == ',') && at_ + 1 < text_.size() &&
                         look(at_ + 1).kind == CharClass::digit;
      if (c.kind == CharClass::letter) letters = true;
      else if (c.kind != CharClass::digit && !inner &&
               !(c.kind == CharClass::hyphen && letter_at(at_ + c.bytes)))
        break;
      at_ += c.bytes;
    }
    auto& token = push(begin, at_, letters ? TokenKind::word : TokenKind::number);
    // Plain digits are their own folded form.
    const auto raw = text_.substr(begin, at_ - begin);
    token.word =
        letters || raw.size() > 4 ? vocabulary_.find(fold_word(raw)) : vocabulary_.find(raw);
  }

  void punctuation(const Char& c) {
    auto& token = push(at_, at_ + c.bytes, TokenKind::punctuation);
    token.word = vocabulary_.find(normal_punctuation(c));
    at_ += c.bytes;
  }

  std::string_view normal_punctuation(const Char& c) const {
    switch (c.value) {
      case 0x201C:
      case 0x201D:
      case 0x201E:
      case 0xAB:
      case 0xBB: return "\"";
      case 0x2013:
      case 0x2014:
      case 0x2012:
      case 0x2015:
      case 0x2212:
      case '-': return "--";
      case 0x2022:
      case 0x25CF:
      case 0x25AA:
      case 0xB7:
      case 0x2023:
      case 0x25E6:
      case 0x2043: return "*";
      case 0x2026: return "...";
      default: break;
    }
    if (c.kind == CharClass::apostrophe) return "'";
    if (c.kind == CharClass::hyphen) return "--";
    return text_.substr(at_, c.bytes);
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  const WordJoins joins_;
  std::vector<Token>& out_;
  const WordId possessive_word_ = vocabulary_.find("'s");
  std::size_t at_ = 0;
  std::size_t undotted_until_ = 0;
  bool space_ = false, newline_ = false, blank_ = false;
  // the word being read
  std::array<char, 64> folded_{};
  std::size_t folded_size_ = 0;
  std::uint32_t hash_ = 0;
  bool plain_ = true, first_upper_ = false;
  int letters_ = 0, uppers_ = 0;
};

}  // namespace

void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens) {
  tokens.clear();
  Tokenizer(text, vocabulary, tokens).run();
}

}  // namespace attache
