// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace attache::reader {

/// A word on a page, in points from the upper left corner of the page as its text stands upright.
struct PdfWord {
  std::string text;  ///< UTF-8
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;    ///< of the type, in points
  bool bold = false;  ///< as its font's name says
  bool mark = false;  ///< a note's mark: small, and raised above the line
  bool drawn = false;  ///< its font has no name and no size of its own (drawn_fonts.h)

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  /// About where its letters stand, whatever their size.
  double baseline() const { return bottom - 0.22 * size; }
};

/// A page's words of one direction of writing.
struct PdfPage {
  std::size_t number = 0;  ///< from 0
  double width = 0, height = 0;
  bool across = false;  ///< set across the direction of most of the page's words
  std::vector<PdfWord> words;
};

/// Words that stand on one line, from left to right.
struct PdfRow {
  std::vector<PdfWord> words;
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;  ///< of most of its letters

  double baseline() const { return bottom - 0.22 * size; }
};

/// A column of lines, or what stands between two such; the lines of one follow one another.
struct PdfBlock {
  std::vector<PdfRow> rows;
  std::size_t page = 0;
  bool column = false;  ///< one of several that stand side by side
  bool cell = false;    ///< a cell of a table, or a row of cells
};

}  // namespace attache::reader
