// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// What values are the same by, however they are written: letters, digits and signs, case and
/// diacritics aside, without spaces, hyphens, underscores, apostrophes and other punctuation, so
/// that "Self_Determination" is "self-determination" and "Côte d’Ivoire" is "Cote d'Ivoire".
/// Empty where nothing else is there.
std::string value_key(std::string_view text);

/// Words of a title that tell it from others, as value_key() has them: all but articles,
/// conjunctions and prepositions.
std::vector<std::string> telling_words(std::string_view text);

/// The first letters of those: "nwfz" of "Nuclear-Weapon-Free Zone".
std::string initials(std::string_view text);

}  // namespace attache
