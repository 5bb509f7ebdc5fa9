// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace attache {

/// Whether a path has the signs of a pattern: * ? [
bool is_glob(const std::string& path);

/// The paths that match a pattern that the shell left as it was, in byte order. `**/` stands for
/// any number of folders; hidden names match only where the pattern writes their dot.
/// Folders that one may not read are left out; throws ReadError where one can't be read otherwise.
std::vector<std::string> expand_glob(const std::string& pattern);

}  // namespace attache
