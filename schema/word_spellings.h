// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmake/embedded_file.h"

namespace attache {

/// seed/lexicon/spelling.csv: variants of words, and the spellings that the lexicon has.
std::span<const EmbeddedFile> embedded_spellings();

/// How else a name is written: fold() of it with words in their other spellings ("Organisation",
/// "Organization"), and without an article before it. At most 16, the name itself not among them;
/// none of a single word.
std::vector<std::string> other_spellings(std::string_view name);

}  // namespace attache
