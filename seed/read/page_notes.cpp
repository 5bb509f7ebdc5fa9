// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>

#include "seed/read/furniture.h"
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

struct Mark {
  std::size_t bytes = 0;     ///< 0: there is none
  std::uint32_t number = 0;  ///< 0: a sign
  bool dotted = false;       ///< "1.", "1)", as lists have it, too
};

/// "1 See", "1/ See", "[1] See", "1. See", "¹ See", "* See": the mark that opens a note.
Mark mark_of(std::string_view line) {
  constexpr std::array signs = {"***"sv,    "**"sv,     "*"sv,      "\u2020"sv,
                                "\u2021"sv, "\u00B9"sv, "\u00B2"sv, "\u00B3"sv};
  Mark mark;
  for (const auto sign : signs) {
    if (!line.starts_with(sign)) continue;
    mark.bytes = sign.size();
    return line.size() > mark.bytes + 1 ? mark : Mark{};
  }
  const bool bracket = line.starts_with('[');
  std::size_t at = bracket ? 1 : 0;
  const std::size_t first = at;
  for (; at < line.size() && at < first + 3 && ascii::is_digit(line[at]); ++at)
    mark.number = mark.number * 10 + static_cast<std::uint32_t>(line[at] - '0');
  if (at == first || mark.number == 0 || at >= line.size()) return {};
  if (bracket != (line[at] == ']')) return {};
  mark.dotted = line[at] == '.' || line[at] == ')';
  if (bracket || mark.dotted || line[at] == '/') ++at;
  mark.bytes = at;
  const bool spaced = at + 1 < line.size() && (line[at] == ' ' || line[at] == '\t');
  const std::size_t word = std::min(line.find_first_not_of(" \t", at), line.size());
  const bool words = word < line.size() && !ascii::is_digit(line[word]);
  return spaced && words ? mark : Mark{};
}

bool is_rule(std::string_view line) {
  return line.size() >= shortest_rule && "_-=*"sv.find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

/// "support.1", "NATO1", "support [1]": the mark of a note stands behind a word of the line.
bool has_mark(std::string_view line, std::uint32_t number) {
  const std::string figures = std::to_string(number);
  for (std::size_t at = line.find(figures); at != std::string_view::npos && at > 0;
       at = line.find(figures, at + 1)) {
    const std::size_t end = at + figures.size();
    const char before = line[at - 1];
    const bool glued =
        ascii::is_letter(before) || ".,;:)\"["sv.find(before) != std::string_view::npos;
    const bool ends = end == line.size() || " ],;.)"sv.find(line[end]) != std::string_view::npos;
    const bool decimal =
        (before == '.' || before == ',') && at > 1 && ascii::is_digit(line[at - 2]);
    if (glued && ends && !decimal) return true;
  }
  return false;
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
        if (lines_[i].page) page_begin_ = i;
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
    std::size_t first = lines_.size(), above = last, rule = lines_.size();
    for (std::size_t notes = 0; notes < most_notes && above < lines_.size(); ++notes) {
      const std::size_t begin = block_begin(above);
      const bool apart = begin > page_begin_ && !lines_[begin - 1].is_text();
      const bool ruled = begin > page_begin_ && is_rule(lines_[begin - 1].text);
      if (mark_of(lines_[begin].text).bytes == 0 || !(apart || ruled)) break;
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

  bool are_notes(std::size_t first, std::size_t above, std::size_t end, bool ruled) const {
    const Mark mark = mark_of(lines_[first].text);
    const bool marked =
        mark.number > 0 &&
        std::any_of(lines_.begin() + at(page_begin_), lines_.begin() + at(above + 1),
                    [&](const PageLine& line) { return has_mark(line.text, mark.number); });
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
      const Mark mark = mark_of(lines_[i].text);
      // "12 of them", a line within a note, does not count on.
      const bool begins =
          mark.bytes > 0 && (i == first || mark.number == 0 || mark.number == number + 1);
      if (!begins) continue;
      lines_[i].note_mark = mark.bytes;
      number = mark.number;
    }
    last_ = number;
  }

  static std::ptrdiff_t at(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

  std::vector<PageLine>& lines_;
  std::size_t page_begin_ = 0;
  std::uint32_t last_ = 0;  ///< the number of the note before
};

}  // namespace

bool is_referred_note(const std::vector<PageLine>& lines, std::size_t at) {
  const Mark mark = mark_of(lines[at].text);
  if (mark.bytes == 0 || lines[at].page) return false;
  const std::string_view sign = lines[at].text.substr(0, mark.bytes);
  for (std::size_t i = at, n = 0; i > 0 && n < lines_of_page; --i, ++n) {
    const PageLine& line = lines[i - 1];
    const bool signed_so = mark.number == 0 && line.text.find(sign, 1) != std::string_view::npos;
    if (line.furniture == 0 && (signed_so || (mark.number > 0 && has_mark(line.text, mark.number))))
      return true;
    if (line.page) break;
  }
  return false;
}

void find_page_notes(std::vector<PageLine>& lines) { PageNotes(lines).run(); }

}  // namespace attache
