// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// What a user wrote is UTF-8 without NUL: throws DataError with file and line where it is not, and
/// says where it looks like UTF-16.
void check_text(std::string_view bytes, const std::string& file);

/// The first line of a CSV file has these columns: throws DataError that has the line expected, and
/// says where other separators stand.
void check_header(std::string_view bytes, const std::string& file,
                  const std::vector<std::string>& columns);

}  // namespace attache
