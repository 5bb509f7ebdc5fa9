// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reader {

/// The members of a ZIP file in memory that are among `names`, by the name asked for; those it
/// lacks are absent. Small and capital letters, slashes and backslashes are the same
/// (package_path.h). Throws FormatError where the file is damaged or encrypted, or these
/// members together unpack to more than 256 MB or two hundred times its size.
std::map<std::string, std::string> zip_members(std::string_view zip,
                                               const std::vector<std::string>& names);

}  // namespace attache::reader
