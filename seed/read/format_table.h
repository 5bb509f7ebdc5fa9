// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// The columns of a table of separated values, by its structure alone: a header of names, and below
/// it rows of as many fields. Empty for all else; prose with commas has blanks behind them, and not
/// as many in each line. Looks at the first 256 KB.
std::vector<std::string> columns_of_table(std::string_view bytes);

}  // namespace attache
