// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace attache {

/// "\u00B2" for '2'; `digit` is one of 0 to 9.
std::string_view raised_digit(char digit);

/// A number raised behind this text is a power: "10", "5 km".
bool takes_exponent(std::string_view before);

/// The mark of a note, raised behind `before`: digits and signs alone ("1", "[2]", "*"), or letters
/// as raised_mark.h has them.
bool is_raised_mark(std::string_view text, std::string_view before);

/// Raised digits behind this text are no power but the mark of a note: "NATO", "peace.".
bool is_marked_word(std::string_view before);

}  // namespace attache
