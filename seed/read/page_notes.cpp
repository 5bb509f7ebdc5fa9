// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "seed/read/furniture.h"
#include "seed/read/note_mark.h"
#include "seed/read/page_lines.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

using namespace std::string_view_literals;

/// Lines of one note, notes of one page, and lines behind a page's end that are looked at, at most.
constexpr std::size_t longest_note = 12, most_notes = 12, most_blank = 12;
/// Lines above a note in which its mark is looked for.
constexpr std::size_t lines_of_page = 70;
/// Bytes of a rule, at least.
constexpr std::size_t shortest_rule = 3;

bool is_rule(std::string_view line) {
  return line.size() >= shortest_rule && "_-=*"sv.find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

/// A mark that words follow behind a blank.
bool has_plain_mark(std::string_view line) {
  const NoteMark mark = note_mark_of(line);
  return mark.bytes > 0 && !mark.alone && !mark.glued;
}

class PageNotes {
 public:
  explicit PageNotes(std::vector<PageLine>& lines) : lines_(lines) {}

  void run() {
    std::size_t text = lines_.size();  // the last line of text; none yet
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].page || lines_[i].dropped) {
        if (text < lines_.size() && text >= page_begin_) look(text, i);
        text = lines_.size();
        if (lines_[i].page) page_before_ = std::exchange(page_begin_, i);
      }
      if (lines_[i].is_text()) text = i;
    }
    // The last page's notes stand behind the text; they are marked as the others are.
    if (last_ > 0 && text < lines_.size() && text >= page_begin_) look(text, lines_.size());
  }

 private:
  /// The first line of the block that ends at `last`.
  std::size_t block_begin(std::size_t last) const {
    std::size_t first = last;
    while (first > page_begin_ && last - first < longest_note && lines_[first - 1].is_text() &&
           !is_rule(lines_[first - 1].text))
      --first;
    return first;
  }

  /// The last line above that is not blank; lines_.size() where the page begins.
  std::size_t text_above(std::size_t i) const {
    for (std::size_t blanks = 0; i > page_begin_ && blanks <= most_blank; ++blanks)
      if (!lines_[--i].text.empty()) return i;
    return lines_.size();
  }

  void look(std::size_t last, std::size_t end) {
    if (const auto number = take_referred_notes(lines_, page_begin_, last, {last_, page_before_});
        number > 0) {
      drop_rule();
      last_ = number;
      return;
    }
    std::size_t first = lines_.size(), above = last, rule = lines_.size();
    for (std::size_t notes = 0; notes < most_notes && above < lines_.size(); ++notes) {
      const std::size_t begin = block_begin(above);
      const bool apart = begin > page_begin_ && !lines_[begin - 1].is_text();
      const bool ruled = begin > page_begin_ && is_rule(lines_[begin - 1].text);
      if (!has_plain_mark(lines_[begin].text) || !(apart || ruled)) break;
      first = begin;
      above = text_above(begin);
      if (above < lines_.size() && is_rule(lines_[above].text)) {
        rule = above;
        above = text_above(above);
        break;
      }
    }
    if (first < lines_.size() && above < lines_.size() &&
        are_notes(first, above, end, rule < lines_.size()))
      take(first, last, rule);
  }

  /// The rule between the page's text and its notes.
  void drop_rule() {
    std::size_t first = page_begin_;
    while (first < lines_.size() && !lines_[first].note) ++first;
    for (std::size_t i = first; i > page_begin_;) {
      if (lines_[--i].text.empty()) continue;
      lines_[i].dropped = lines_[i].dropped || is_rule(lines_[i].text);
      if (lines_[i].is_text()) break;
    }
  }

  bool are_notes(std::size_t first, std::size_t above, std::size_t end, bool ruled) const {
    const NoteMark mark = note_mark_of(lines_[first].text);
    const bool marked = mark.number > 0 &&
                        std::any_of(lines_.begin() + at(page_begin_),
                                    lines_.begin() + at(above + 1), [&](const PageLine& line) {
                                      return reference_to_note(line.text, mark.number).has_value();
                                    });
    if (marked) return true;
    if (mark.dotted && !ruled) return false;
    const std::string_view text = lines_[above].text;
    const bool open = text.size() >= full_line && !ends_sentence(text);
    return open || ruled || goes_on_small(end) || (last_ > 0 && mark.number == last_ + 1);
  }

  bool goes_on_small(std::size_t end) const {
    for (std::size_t i = end; i < lines_.size() && i < end + most_blank; ++i)
      if (lines_[i].is_text()) return ascii::is_lower(lines_[i].text.front());
    return false;
  }

  void take(std::size_t first, std::size_t last, std::size_t rule) {
    if (rule < lines_.size()) lines_[rule].dropped = true;
    std::uint32_t number = 0;
    for (std::size_t i = first; i <= last; ++i) {
      if (!lines_[i].is_text()) continue;
      lines_[i].note = true;
      const NoteMark mark = note_mark_of(lines_[i].text);
      // "12 of them", a line within a note, does not count on.
      const bool begins = has_plain_mark(lines_[i].text) &&
                          (i == first || mark.number == 0 || mark.number == number + 1);
      if (!begins) continue;
      lines_[i].note_mark = mark.bytes;
      lines_[i].note_label = lines_[i].text.substr(0, mark.bytes);
      number = mark.number;
    }
    last_ = number;
  }

  static std::ptrdiff_t at(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

  std::vector<PageLine>& lines_;
  std::size_t page_begin_ = 0, page_before_ = 0;
  std::uint32_t last_ = 0;  ///< the number of the note before
};

}  // namespace

bool is_referred_note(const std::vector<PageLine>& lines, std::size_t at) {
  NoteMark mark = note_mark_of(lines[at].text);
  std::size_t first = at;
  // "8" and "A/60/825" below it.
  const bool below = at > 0 && !lines[at].page && note_mark_of(lines[at - 1].text).alone;
  if (mark.bytes == 0 && below) mark = note_mark_of(lines[first = at - 1].text);
  const bool words =
      first < at || (at + 1 < lines.size() && !lines[at + 1].page && !lines[at + 1].text.empty() &&
                     !note_mark_of(lines[at + 1].text).alone);
  if (mark.bytes == 0 || lines[at].page || (mark.alone && !words)) return false;
  const std::string_view sign = lines[first].text.substr(0, mark.bytes);
  for (std::size_t i = first, n = 0; i > 0 && n < lines_of_page; --i, ++n) {
    const PageLine& line = lines[i - 1];
    const bool signed_so = mark.number == 0 && line.text.find(sign, 1) != std::string_view::npos;
    if (line.furniture == 0 &&
        (signed_so || (mark.number > 0 && reference_to_note(line.text, mark.number).has_value())))
      return true;
    if (line.page) break;
  }
  return false;
}

void find_page_notes(std::vector<PageLine>& lines) { PageNotes(lines).run(); }

}  // namespace attache
