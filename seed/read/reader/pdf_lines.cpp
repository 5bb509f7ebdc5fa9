// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "seed/read/reader/pdf_rows.h"
#include "seed/read/reader/pdf_sizes.h"

namespace attache::reader {
namespace {

PdfLine line_of(const PdfRow& row) {
  PdfLine line{text_of(row.words), row.left, row.top, row.right, row.bottom};
  line.baseline = row.baseline();
  line.size = row.size;
  line.bold = true;
  line.marked = row.words.front().mark;
  const PdfWord* last = nullptr;
  bool first = true;
  for (const PdfWord& word : row.words) {
    if (word.mark) {
      line.refers = line.refers || last != nullptr;
    } else {
      if (first) line.first_width = word.width();
      first = false;
      line.bold = line.bold && word.bold;
    }
    if (last != nullptr && word.left - last->right > line.widest_gap) {
      line.widest_gap = word.left - last->right;
      line.gap_left = last->right;
      line.gap_right = word.left;
    }
    last = &word;
  }
  return line;
}

PdfColumn column_of(const std::vector<PdfLine>& lines, std::size_t begin, const PdfBlock& block) {
  std::map<long, std::size_t> lefts;
  std::vector<double> rights;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    ++lefts[std::lround(lines[i].left / 2)];
    rights.push_back(lines[i].right);
  }
  const auto most = std::max_element(lefts.begin(), lefts.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;  // the first, and so the leftmost, of equals
  });
  std::sort(rights.begin(), rights.end());
  const std::size_t outliers = rights.size() / 20;
  return {2.0 * static_cast<double>(most->first), rights[rights.size() - 1 - outliers],
          rights.size(), block.column, block.cell};
}

/// A block of a few lines does not show how wide it may be; the others with the same margin do.
void widen(std::vector<PdfColumn>& columns) {
  for (const bool beside : {false, true}) {
    std::map<long, double> rights;
    for (const PdfColumn& column : columns)
      if (column.beside == beside) {
        double& right = rights[std::lround(column.left / 8)];
        right = std::max(right, column.right);
      }
    for (PdfColumn& column : columns)
      if (column.beside == beside && (column.lines < 6 || !beside))
        column.right = rights[std::lround(column.left / 8)];
  }
}

}  // namespace

PdfLines lines_of(const std::vector<PdfBlock>& blocks) {
  PdfLines result;
  for (const PdfBlock& block : blocks) {
    const std::size_t begin = result.lines.size();
    for (const PdfRow& row : block.rows) {
      PdfLine line = line_of(row);
      if (line.text.empty()) continue;
      line.page = block.page;
      line.block = result.columns.size();
      result.lines.push_back(std::move(line));
    }
    if (result.lines.size() > begin)
      result.columns.push_back(column_of(result.lines, begin, block));
  }
  widen(result.columns);
  return result;
}

double usual_size(const std::vector<PdfLine>& lines) {
  LetterSizes sizes;
  for (const PdfLine& line : lines) sizes.add(line.size, line.text.size());
  return sizes.usual();
}

}  // namespace attache::reader
