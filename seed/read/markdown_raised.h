// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace attache {

/// "\u00B2" for '2'; `digit` is one of 0 to 9.
std::string_view raised_digit(char digit);

/// A number raised behind this text is a power: "10", "5 km".
bool takes_exponent(std::string_view before);

/// Digits and signs alone, as notes are marked with: "1", "[2]", "*".
bool is_raised_mark(std::string_view text);

}  // namespace attache
