// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace attache {

/// Without white space before and behind it.
std::string trimmed(const std::string& text);

/// The values in a list such as "AZE,GEO", white space around them aside. What is known as it
/// stands is one value, commas and all: "Korea, Republic of". Never empty; a text without a value
/// is given back as it is.
std::vector<std::string> listed_values(const std::string& given,
                                       const std::function<bool(const std::string&)>& is_known);

}  // namespace attache
