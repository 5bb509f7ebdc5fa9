// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace attache {

/// How rows go to attache-sheet: a byte that says whether the first one is a header, then each cell
/// as its kind and, but for none and end, the number of its bytes (four, the lowest first) and the
/// bytes.
enum class SheetCell : char {
  header = 'h',     ///< first byte: the first row holds the names of columns
  no_header = 'H',  ///< first byte: it does not
  text = 's',       ///< a string, escaped as the format wants it
  number = 'n',     ///< as text
  boolean = 'b',    ///< 0 or 1
  none = '-',
  end = 'e',  ///< of the row
};

/// A sheet has no more rows, and a cell no more characters (UTF-16).
constexpr std::uint32_t most_sheet_rows = 1048576;
constexpr std::uint32_t most_cell_characters = 32767;

}  // namespace attache
