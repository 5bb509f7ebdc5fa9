// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmake/embedded_file.h"

namespace attache {

/// seed/lexicon/country_names.csv: codes, further names, kinds of names.
std::span<const EmbeddedFile> embedded_country_names();

/// Whether it is as short as a code and has marks that no such name is written with: "n/a", "i.e.",
/// but not "U.K.".
bool is_no_code(std::string_view name);

/// The code of a state, as it is today first, and those that it had: MMR and BUR for either.
std::vector<std::string> codes_of_same(std::string_view iso3);

/// The alpha-3 code of the one country that people call so, in short or formerly ("Russia",
/// "Ivory Coast"), case, diacritics and marks aside; empty where none or several are.
std::string country_called(std::string_view name);

}  // namespace attache
