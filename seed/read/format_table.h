// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// The columns of a table of separated values, by its structure alone: a header of names, and below
/// it rows of as many fields. Empty for all else; prose with commas has blanks behind them, and not
/// as many in each line. Where the header leaves no doubt, by two usual names among three or more,
/// half of the rows may have another number. Looks at the first bytes, `bytes_of_table`.
std::vector<std::string> columns_of_table(std::string_view bytes);

inline constexpr std::size_t bytes_of_table = 256 * 1024;

/// The first line is a header that leaves no doubt; looks at nothing else.
bool begins_as_table(std::string_view bytes);

}  // namespace attache
