// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace attache {

/// How the rows of a table are told apart in a page: by a letter, a line below the words, and a
/// colour.
struct RowKind {
  std::string_view table;  ///< its name, and the class that the style sheet knows
  std::string_view letter;
  std::string_view line;    ///< what the style sheet draws, in words
  std::string_view counts;  ///< the column whose values are counted
  std::string_view filter;  ///< the filter that takes such a value
};

inline constexpr std::array<RowKind, 4> row_kinds{{
    {"principles", "N", "a solid line", "norm", "norm"},
    {"priorities", "A", "a double line", "theme", "theme"},
    {"organizations", "O", "a dotted line", "name", "name"},
    {"leaders", "L", "a dashed line", "name", "name"},
}};

/// Rows of a page are numbered by table, from 1: the label of one, "N3".
inline std::string label_of(std::size_t kind, std::size_t number) {
  return std::string(row_kinds[kind].letter) + std::to_string(number);
}

}  // namespace attache
