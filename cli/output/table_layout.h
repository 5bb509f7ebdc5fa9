// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

/// Spaces between two columns.
inline constexpr std::size_t table_gap = 2;

/// A column of a table, as far as its cells are known.
struct TableColumn {
  ColumnInfo info;
  std::size_t natural = 0;  ///< widest cell, or the name
  std::size_t word = 0;     ///< widest word, which is not broken
  bool empty = true;        ///< no cell has anything
  bool shown = true;
  std::size_t width = 0;  ///< as printed
  bool number() const { return info.type == ColumnType::integer || info.type == ColumnType::real; }
};

/// Gives each column its width, so that a line has at most `width` columns of the screen (0: no
/// limit) and no word is broken. The widest become narrower first. Where that is not enough and
/// `leave_out` allows it, columns are left out: those without anything in them, then the others, in
/// the order that docs/cli.md states. Returns whether it fits; where it does not, rows are to be
/// written vertically, and all columns are shown.
bool lay_out(std::vector<TableColumn>& columns, std::size_t width, bool leave_out);

}  // namespace attache
