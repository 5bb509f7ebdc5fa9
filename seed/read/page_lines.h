// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/text/span.h"

namespace attache {

/// A line of a plain text that may have pages.
struct PageLine {
  std::string_view text;   ///< without white space at its ends
  std::string_view whole;  ///< without the line's end
  std::size_t length = 0;  ///< bytes of `text`, each run of blanks as one
  bool page = false;       ///< a form feed stands before it
  bool dropped = false;
  bool counted = false;       ///< a page number that counts on through the text
  bool referred = false;      ///< is_referred_note()
  bool note = false;          ///< of a note at the foot of a page
  std::size_t note_mark = 0;  ///< bytes of `text` that mark the note which begins here; 0: none
  std::string_view note_label = {};  ///< the mark of the note which begins here, wherever it stands
  std::vector<Span> cuts = {};       ///< bytes of `text` that refer to notes
  std::uint8_t furniture = 0;        ///< Furniture bits

  bool is_text() const { return !text.empty() && !dropped; }
};

/// A line of so many bytes is seldom a heading or a cell.
constexpr std::size_t full_line = 28;

/// Takes the numbers of lines out, where each line has one, or each fifth. False where none have.
bool drop_line_numbers(std::vector<PageLine>& lines);

/// Marks page numbers that count on from page to page as `counted`: "Page 2 of 12", "2/12", "- 2 -"
/// wherever they stand, bare numbers where they stand in the midst of sentences.
void find_counted_pages(std::vector<PageLine>& lines);

/// Marks heads with a page's number at one of their ends, apart from their words, as `counted`,
/// where it counts on: "Our Foreign Policy     12".
void find_counted_heads(std::vector<PageLine>& lines);

/// Whether a line begins with the mark of a note to which a line above it refers, so that it is no
/// furniture, however often it comes again: "1 A/60/825", "* Ibid".
bool is_referred_note(const std::vector<PageLine>& lines, std::size_t at);

/// Whether a line is one of a paragraph, whose lines had no room for the next one's first word, and
/// so no head, however often it comes again.
bool is_in_paragraph(const std::vector<PageLine>& lines, std::size_t at);

/// The last note of the pages before, and where the page before begins.
struct LastNote {
  std::uint32_t number = 0;
  std::size_t page_begin = 0;
};

/// Marks the notes at the foot of the page of lines [begin, last], which the page's text refers to,
/// and what refers to them. The number of the last one; 0 where there are none.
std::uint32_t take_referred_notes(std::vector<PageLine>& lines, std::size_t begin, std::size_t last,
                                  LastNote before);

/// Drops numbers that stand on lines of their own in the midst of sentences and count up by one:
/// the raised marks of notes that are found nowhere.
void drop_raised_marks(std::vector<PageLine>& lines);

/// Marks the notes at the feet of pages, once it is known which lines are dropped. A note begins
/// with a mark, behind a blank line or a rule, and the text before it goes on behind the page's
/// end, or its number goes on from the note before.
void find_page_notes(std::vector<PageLine>& lines);

}  // namespace attache
