// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// A line of a block, as the joining of paragraphs sees it.
struct PdfLine {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
  double baseline = 0;
  double size = 0;                     ///< of the type
  double first_width = 0;              ///< of its first word
  double widest_gap = 0;               ///< between two of its words
  double gap_left = 0, gap_right = 0;  ///< where that is
  bool bold = false;                   ///< all of it
  bool marked = false;                 ///< begins with a raised mark
  bool refers = false;                 ///< holds a raised mark behind a word
  std::size_t page = 0, block = 0;
};

/// Where the lines of a block begin and end.
struct PdfColumn {
  double left = 0, right = 0;
  std::size_t lines = 0;
  bool beside = false;  ///< another column stands beside it
  bool cell = false;    ///< it is a cell of a table, or a row of cells
};

struct PdfLines {
  std::vector<PdfLine> lines;      ///< in reading order
  std::vector<PdfColumn> columns;  ///< of each block
};

PdfLines lines_of(const std::vector<PdfBlock>& blocks);

/// The size of most of the letters, in points; 0 where there are none.
double usual_size(const std::vector<PdfLine>& lines);

}  // namespace attache::reader
