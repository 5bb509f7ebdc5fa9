// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace attache {

using WordList = std::set<std::string, std::less<>>;

/// The words of one kind in seed/read/words/*.csv (columns kind and words), as they are written
/// there. Empty for a kind that no file has. Lives for the whole run.
const WordList& word_list(std::string_view kind);

}  // namespace attache
