// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache::reader {

/// The member of a package that a reference of one of its parts leads to: relative to `base`, the
/// part's folder with its slash at the end, or to the package where it begins with a slash; without
/// fragment, escapes resolved, never above the package.
std::string package_path(std::string_view base, std::string_view reference);

/// As members' names are compared: no slash or `./` at the beginning, no backslashes, ASCII letters
/// small.
std::string member_key(std::string_view name);

}  // namespace attache::reader
