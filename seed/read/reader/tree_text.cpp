// SPDX-License-Identifier: MIT
#include "seed/read/reader/tree_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "seed/read/reader/raised.h"

namespace attache::reader {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

bool begins_word(std::string_view text) {
  return !text.empty() && (std::isalnum(static_cast<unsigned char>(text[0])) != 0 ||
                           (static_cast<unsigned char>(text[0]) & 0x80) != 0);
}

std::string roman(std::size_t n) {
  constexpr std::array<std::pair<std::size_t, const char*>, 13> letters{{{1000, "m"},
                                                                         {900, "cm"},
                                                                         {500, "d"},
                                                                         {400, "cd"},
                                                                         {100, "c"},
                                                                         {90, "xc"},
                                                                         {50, "l"},
                                                                         {40, "xl"},
                                                                         {10, "x"},
                                                                         {9, "ix"},
                                                                         {5, "v"},
                                                                         {4, "iv"},
                                                                         {1, "i"}}};
  std::string result;
  for (const auto& [value, letter] : letters)
    for (; n >= value; n -= value) result += letter;
  return result;
}

}  // namespace

std::string list_number(char format, std::size_t n) {
  constexpr std::size_t most = 3000;  // letters and Roman numbers beyond are nobody's
  std::string number = std::to_string(n);
  if (n == 0 || n > most) return number;
  const int lower = std::tolower(static_cast<unsigned char>(format));
  if (lower == 'i') number = roman(n);
  if (lower == 'a') number = std::string((n - 1) / 26 + 1, static_cast<char>('a' + (n - 1) % 26));
  if (format == 'A' || format == 'I')
    std::transform(number.begin(), number.end(), number.begin(), [](char letter) {
      return static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    });
  return number;
}

void TreeText::settle_raised(std::string_view next) {
  if (raised_.empty()) return;
  const bool first = out_.size() == begin_;
  const std::string own = std::exchange(raised_, {});
  const std::string_view text = without_typed_mark(own, true);
  if (text.empty()) return;
  const Raised raised = raised_text(first ? "" : out_.last_word(), text, next, first);
  after_mark_ = raised.is_mark;
  out_.words(raised.text);
}

/// What of a note's first words stands behind the mark that they begin with: a sign, or all that is
/// raised. A number in the line may be one of the sentence.
std::string_view TreeText::without_typed_mark(std::string_view text, bool raised) {
  const std::string mark = std::exchange(typed_mark_, {});
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  const std::string_view words = text.substr(begin);
  if (mark.empty()) return text;
  const bool sign = std::isalnum(static_cast<unsigned char>(mark[0])) == 0;
  if (words.starts_with(mark) && (sign || (raised && folded(words) == mark)))
    return words.substr(mark.size());
  // A note that two signs refer to begins with one of them.
  for (const std::string_view other : {"*", "\u2020", "\u2021"})
    if (sign && words.starts_with(other)) return words.substr(other.size());
  return text;
}

void TreeText::words(std::string_view text) {
  if (text.empty()) return;
  settle_raised(text);
  text = without_typed_mark(text, false);
  if (text.empty()) return;
  if (after_mark_ && begins_word(text)) out_.space();
  after_mark_ = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(soft_hyphen, at), text.size());
    out_.words(text.substr(at, end - at));
    at = end + soft_hyphen.size();
  }
}

void TreeText::note_mark() {
  settle_raised({});
  after_mark_ = true;
}

void TreeText::space() {
  settle_raised(" ");
  out_.space();
}

void TreeText::line_break() {
  settle_raised(" ");
  in_line() ? out_.space() : out_.line_break();
}

void TreeText::begin_paragraph(const std::string& mark) {
  settle_raised({});
  const std::string note = std::exchange(note_, {});
  const bool goes_on = joined_ && out_.size() > begin_;
  const bool item = !mark.empty() && !in_line() && !goes_on && note.empty();
  ++paragraphs_;
  items_.push_back(item);
  if (goes_on) return;
  joined_ = false;
  if (in_line()) out_.space();
  else item&& after_item_ ? out_.line_break() : out_.paragraph_break();
  if (item) out_.mark(mark);
  if (!note.empty()) out_.mark(note);
  begin_ = out_.size();
}

void TreeText::end_paragraph(bool joins) {
  settle_raised({});
  if (paragraphs_ == 0) return;
  const bool item = items_.back();
  --paragraphs_;
  items_.pop_back();
  joined_ = joins && !in_line();
  if (joined_) return;
  after_mark_ = false;
  if (!in_line()) out_.drop_mark();
  if (in_line()) out_.space();
  else item ? out_.line_break() : out_.paragraph_break();
  after_item_ = item;
}

std::string TreeText::paragraph() {
  settle_raised({});
  return folded(out_.text_from(begin_));
}

void TreeText::end_block() {
  settle_raised({});
  if (in_line()) return;
  joined_ = after_item_ = after_mark_ = false;
  out_.drop_mark();
  out_.paragraph_break();
}

void TreeText::begin_note(const std::string& mark) {
  end_block();
  note_ = "[" + mark + "] ";
  typed_mark_ = mark;
}

void TreeText::begin_row(bool one_line) {
  if (!in_line()) end_block();
  rows_.push_back({one_line || in_line(), out_.size()});
}

void TreeText::begin_cell() {
  if (!in_line()) return end_block();
  out_.space();
  if (out_.size() > rows_.back().begin) out_.mark("| ");
}

void TreeText::end_cell() {
  settle_raised({});
  if (!in_line()) return end_block();
  out_.drop_mark();
  out_.space();
}

void TreeText::end_row() {
  settle_raised({});
  if (!rows_.empty()) rows_.pop_back();
  if (in_line()) return;
  end_block();
}

std::string TreeText::finish() {
  settle_raised({});
  return out_.finish();
}

}  // namespace attache::reader
