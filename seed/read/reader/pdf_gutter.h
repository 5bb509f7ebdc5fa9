// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// A strip without words that runs down between the words of some rows.
struct Gutter {
  std::size_t begin = 0, end = 0;  ///< the rows
  double left = 0, right = 0;

  bool exists() const { return end > begin; }
  double middle() const { return (left + right) / 2; }
};

/// The gutter with most rows on its less filled side, or none where fewer than three rows stand on
/// a side or where a side is as narrow as the numbers of a list. Time: rows and words.
Gutter find_gutter(const std::vector<PdfRow>& rows);

/// The same, also beside a column of numbers or years, as tables have them.
Gutter find_gutter_of_table(const std::vector<PdfRow>& rows);

/// A gutter at x, which other pages have there, for which a single row on a side is enough.
Gutter find_gutter_at(const std::vector<PdfRow>& rows, double x);

/// The words of these rows to the left, and to the right, of a gutter.
std::vector<PdfRow> side_of(const std::vector<PdfRow>& rows, std::size_t begin, std::size_t end,
                            double x, bool right);

}  // namespace attache::reader
