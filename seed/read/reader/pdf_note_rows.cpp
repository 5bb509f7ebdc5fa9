// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_note_rows.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "seed/read/reader/pdf_rows.h"
#include "seed/read/reader/pdf_shapes.h"
#include "seed/read/reader/pdf_sizes.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// Lines of a note stand no farther apart, in sizes of their type.
constexpr double closest = 1.6;

/// The size of most of a page's letters.
double usual_size(const PdfPageRows& page) {
  LetterSizes sizes;
  for (const PdfRow& row : page.rows)
    for (const PdfWord& word : row.words) sizes.add(row.size, word.text.size());
  return sizes.usual();
}

/// "1", "12.", "[3]", "1/", "*": a word that marks a note, not raised.
bool is_plain_mark(std::string_view word) {
  if (word == "*" || word == "**" || word == "\u2020" || word == "\u2021") return true;
  while (!word.empty() && (word.front() == '[' || word.front() == '(')) word.remove_prefix(1);
  while (!word.empty() && std::string_view("]).,/").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return !word.empty() && word.size() <= 3 &&
         std::all_of(word.begin(), word.end(), ascii::is_digit);
}

/// A word in the text, not the first of its row, has a raised mark at its shoulder.
bool refers(const PdfPageRows& page) {
  return std::any_of(page.rows.begin(), page.rows.end(), [](const PdfRow& row) {
    return std::any_of(row.words.begin() + 1, row.words.end(),
                       [](const PdfWord& word) { return word.mark; });
  });
}

bool begins_note(const PdfRow& row, double usual, bool referred) {
  if (row.words.size() < 2) return false;
  if (row.words.front().mark) return true;
  const bool small = row.size < 0.94 * usual;
  return small && is_plain_mark(row.words.front().text) &&
         (referred || row.words.back().text.ends_with('.'));
}

}  // namespace

std::vector<bool> note_rows(const PdfPageRows& page) {
  std::vector<bool> notes(page.rows.size());
  const double usual = usual_size(page);
  const bool referred = refers(page);
  const PdfRow* before = nullptr;
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const PdfRow& row = page.rows[i];
    const std::string text = text_of(row.words);
    if (is_page_number(text) || is_symbol_line(text) || has_bar_code(text)) continue;
    const bool low = row.top > page.height / 2;
    const bool goes_on = before != nullptr && std::abs(row.size - before->size) < 0.3 &&
                         row.baseline() - before->baseline() < closest * row.size;
    notes[i] = low && (begins_note(row, usual, referred) || goes_on);
    before = notes[i] ? &row : nullptr;
  }
  return notes;
}

}  // namespace attache::reader
