// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// How else the name of a state may have been meant that is written as registers sort it: "Korea,
/// Republic of" and "Bolivia (Plurinational State of)" with what stands behind the comma, or
/// between the parentheses, before the rest; and each without its article ("The Gambia"). Empty
/// where there is nothing of this.
std::vector<std::string> turned_names(std::string_view text);

}  // namespace attache
