// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace attache {

/// Files in a user's folders that look like such as are read and are not: with another ending, in
/// capitals, in a folder that is not looked into, or beside files of the other kind. A sentence
/// each, by path. The folders are empty where none was given.
std::vector<std::string> idle_files(const std::filesystem::path& lexicon,
                                    const std::filesystem::path& rules);

}  // namespace attache
