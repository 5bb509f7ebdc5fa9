// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_layout.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "seed/read/reader/pdf_columns.h"
#include "seed/read/reader/pdf_drop_caps.h"
#include "seed/read/reader/pdf_furniture.h"
#include "seed/read/reader/pdf_join.h"
#include "seed/read/reader/pdf_line_numbers.h"
#include "seed/read/reader/pdf_lines.h"
#include "seed/read/reader/pdf_notes.h"
#include "seed/read/reader/pdf_paragraphs.h"
#include "seed/read/reader/pdf_rows.h"
#include "seed/read/reader/pdf_title.h"

namespace attache::reader {
namespace {

/// Lines of all pages of one direction of writing.
PdfLines lines_of_pages(std::vector<PdfPage> pages) {
  join_drop_caps(pages);
  remove_line_numbers(pages);
  std::vector<PdfPageRows> rows;
  for (PdfPage& page : pages) {
    const std::size_t number = page.number;
    const double height = page.height;
    rows.push_back({number, height, rows_of(std::move(page))});
  }
  remove_furniture(rows);
  std::vector<PdfBlock> blocks;
  PdfPagesBefore before;
  for (PdfPageRows& page : rows) {
    std::vector<PdfBlock> more = blocks_of(std::move(page.rows), page.number, before);
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
  }
  std::move(before.boxes.begin(), before.boxes.end(), std::back_inserter(blocks));
  return lines_of(blocks);
}

void write_paragraphs(const std::vector<PdfLine>& lines, const std::vector<PdfColumn>& columns,
                      const LineJoiner& joiner, std::string& text) {
  const Paragraphs paragraphs(lines, columns);
  std::string paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && paragraphs.begin_at(i)) text += std::exchange(paragraph, {}) + "\n\n";
    if (paragraph.empty()) paragraph = lines[i].text;
    else joiner.join(paragraph, lines[i].text);
  }
  if (!paragraph.empty()) text += paragraph + "\n\n";
}

void write_notes(const std::vector<PdfLine>& lines, const LineJoiner& joiner, std::string& text) {
  std::string note;
  for (const PdfLine& line : lines) {
    if (begins_note(line) && !note.empty()) text += std::exchange(note, {}) + "\n\n";
    if (note.empty()) note = line.text;
    else joiner.join(note, line.text);
  }
  if (!note.empty()) text += note + "\n\n";
}

}  // namespace

PdfText lay_out(std::vector<PdfPage> pages) {
  const auto across = std::stable_partition(pages.begin(), pages.end(),
                                            [](const PdfPage& page) { return !page.across; });
  std::vector<PdfPage> sideways(std::make_move_iterator(across),
                                std::make_move_iterator(pages.end()));
  pages.erase(across, pages.end());
  PdfLines lines = lines_of_pages(std::move(pages));
  const PdfLines aside = lines_of_pages(std::move(sideways));
  LineJoiner joiner;
  for (const PdfLine& line : lines.lines) joiner.learn(line.text);
  PdfText result;
  result.largest = largest_lines(lines.lines);
  const PdfParts parts = part_notes(std::move(lines.lines));
  write_paragraphs(parts.body, lines.columns, joiner, result.text);
  write_paragraphs(aside.lines, aside.columns, joiner, result.text);
  write_notes(parts.notes, joiner, result.text);
  if (!result.text.empty()) result.text.pop_back();
  return result;
}

}  // namespace attache::reader
