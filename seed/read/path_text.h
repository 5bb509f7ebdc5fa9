// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// A path, which may have any bytes, as UTF-8 that can be stored, printed and turned back: each
/// byte that is not UTF-8 as \xHH, and a backslash that would begin such a mark itself as \x5c.
/// Nearly every path is its own text.
std::string path_text(std::string_view path);

/// The path of path_text().
std::string path_of_text(std::string_view text);

}  // namespace attache
