// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/read/reader/pdf_layout.h"

namespace attache::reader {

/// Words that stand on one line of one column.
struct PdfLine {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
  std::size_t page = 0;

  double height() const { return bottom - top; }
};

/// The lines of all pages, in reading order, without running heads, feet and page numbers: what
/// stands in the outer eighth of a page and is a page number, or comes again (but for its digits)
/// on at least two pages and every fourth.
std::vector<PdfLine> body_lines(const std::vector<PdfPage>& pages);

}  // namespace attache::reader
