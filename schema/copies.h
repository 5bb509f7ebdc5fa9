// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace attache {

/// What to say of a file without our application_id: a copy by `.dump` or `.clone` of sqlite3 loses
/// it, and is told with the pragmas that mend it; another file is none of ours. One line, without
/// the file's name. Only reads.
std::string words_of_unmarked(const std::filesystem::path& file);

}  // namespace attache
