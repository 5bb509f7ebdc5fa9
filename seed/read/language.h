// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// A language as BCP 47 writes it: `en` of "EN", "eng" and "English", `en-GB` of "en_gb". What is
/// no tag and no name that seed/read/words/language_words.csv has stays as it is.
std::string language_tag(std::string_view language);

}  // namespace attache
