// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// The words of a page in lines, from top to bottom; raised words stand in the line that they
/// belong to, and those of them that are notes' marks are marked. Takes time in proportion to the
/// number of words, but for sorting.
std::vector<PdfRow> rows_of(PdfPage page);

/// A row of these words; at least one.
PdfRow make_row(std::vector<PdfWord> words);

/// The text of a row, or of part of one. Marks of notes are left out, but for one at the beginning,
/// which becomes `[1] `.
std::string text_of(const std::vector<PdfWord>& words);

/// The widest blank that stands between two words of running text of this size.
constexpr double widest_blank(double size) { return 1.3 * size; }

}  // namespace attache::reader
