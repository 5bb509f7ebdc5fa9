// SPDX-License-Identifier: MIT
#include "seed/text/word_joins.h"

#include "seed/text/fold.h"
#include "seed/text/unicode.h"

namespace attache {
namespace {

/// No word that is known is longer (bytes): what is longer is not looked up, however it goes on.
constexpr std::size_t longest_known = 96;

CharClass kind_at(std::string_view text, std::size_t offset) {
  return classify(decode(text, offset).value);
}

bool upper_at(std::string_view text, std::size_t offset) {
  return is_upper(decode(text, offset).value);
}

/// Two letters or more, all of them capitals.
bool is_acronym(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += decode(word, at).bytes) {
    if (!upper_at(word, at)) return false;
  }
  return word.size() > 1;
}

/// Words that open a sentence or phrase rather than a name's second half.
constexpr auto openers = WordClass::determiner | WordClass::pronoun | WordClass::preposition |
                         WordClass::possessive | WordClass::conjunctive_adverb;

}  // namespace

bool pair_of_names(std::string_view left, std::string_view right) {
  return !left.empty() && !right.empty() && upper_at(left, 0) && upper_at(right, 0) &&
         (is_acronym(left) || is_acronym(right));
}

bool WordJoins::is_word_char(std::size_t offset) const {
  const auto kind = kind_at(text_, offset);
  return kind == CharClass::letter || kind == CharClass::digit;
}

/// Behind the white space at `offset`, with at least one line's end in it; 0 where there is none.
std::size_t WordJoins::next_line(std::size_t offset) const {
  bool line_end = false;
  while (offset < text_.size()) {
    const auto kind = kind_at(text_, offset);
    if (kind != CharClass::space && kind != CharClass::newline) break;
    line_end = line_end || kind == CharClass::newline;
    offset += decode(text_, offset).bytes;
  }
  return line_end && offset < text_.size() ? offset : 0;
}

/// Where the run of letters and digits at `offset` ends.
std::size_t WordJoins::run_end(std::size_t offset) const {
  while (offset < text_.size() && is_word_char(offset)) offset += decode(text_, offset).bytes;
  return offset;
}

WordId WordJoins::word_of(std::size_t begin, std::size_t end) const {
  if (end - begin > longest_known) return unknown_word;
  return vocabulary_.find(fold_word(text_.substr(begin, end - begin)));
}

bool WordJoins::pairs_names(std::size_t begin, std::size_t hyphen, std::size_t behind) const {
  if (!upper_at(text_, behind) || !upper_at(text_, begin)) return false;
  const std::size_t end = run_end(behind);
  return pair_of_names(text_.substr(begin, hyphen - begin), text_.substr(behind, end - behind)) &&
         word_of(begin, end) == unknown_word && word_of(begin, hyphen) != unknown_word &&
         word_of(behind, end) != unknown_word;
}

std::size_t WordJoins::after_hyphen(std::size_t begin, std::size_t offset,
                                    std::uint32_t bytes) const {
  const std::size_t behind = offset + bytes;
  if (behind >= text_.size()) return 0;
  if (is_word_char(behind)) return pairs_names(begin, offset, behind) ? 0 : behind;
  const std::size_t at = next_line(behind);
  if (at == 0 || kind_at(text_, at) != CharClass::letter) return 0;
  const std::size_t end = run_end(at);
  const auto classes = vocabulary_.classes(word_of(at, end));
  if (!upper_at(text_, at)) return any(classes, WordClass::coordinator) ? 0 : at;
  if (word_of(begin, end) != unknown_word) return at;
  return upper_at(text_, begin) && !any(classes, openers) ? at : 0;
}

std::size_t WordJoins::after_dash(std::size_t begin, std::size_t offset) const {
  const auto dash = decode(text_, offset);
  const std::size_t at = offset + dash.bytes;
  if (at >= text_.size() || kind_at(text_, at) != CharClass::letter) return 0;
  const std::size_t end = run_end(at);
  if (word_of(begin, end) != unknown_word) return at;
  const bool is_short = dash.value != 0x2014 && dash.value != 0x2015;
  const bool names =
      is_short && upper_at(text_, begin) && upper_at(text_, at) && end - begin <= longest_known;
  return names && word_of(begin, offset) == unknown_word && word_of(at, end) == unknown_word ? at
                                                                                             : 0;
}

std::size_t WordJoins::after_soft_hyphens(std::size_t offset) const {
  bool hyphen = false;
  while (offset < text_.size() && kind_at(text_, offset) == CharClass::soft_hyphen) {
    const auto c = decode(text_, offset);
    hyphen = hyphen || c.value == 0xAD || c.value == 0xAC;
    offset += c.bytes;
  }
  if (offset < text_.size() && is_word_char(offset)) return offset;
  const std::size_t at = hyphen ? next_line(offset) : 0;
  return at != 0 && kind_at(text_, at) == CharClass::letter ? at : 0;
}

}  // namespace attache
