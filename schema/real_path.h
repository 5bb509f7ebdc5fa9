// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache {

/// Where a path leads from the folder one is in: absolute, its folder without symbolic links, `.`
/// and `..`, and the last name as it is given, though it be a link. Of a folder all of it. What is
/// not there yet stays as it is written.
std::string real_path(const std::string& path);

}  // namespace attache
