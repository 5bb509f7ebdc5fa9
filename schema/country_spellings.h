// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cmake/embedded_file.h"

namespace attache {

/// seed/lexicon/country_names.csv: codes, further names, kinds of names.
std::span<const EmbeddedFile> embedded_country_names();

/// The alpha-3 code of the one country that people call so, in short or formerly ("Russia",
/// "Ivory Coast"), case, diacritics and marks aside; empty where none or several are.
std::string country_called(std::string_view name);

}  // namespace attache
