// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Columns that the text takes on a terminal: wide characters two, combining ones none.
std::size_t display_width(std::string_view text);

/// Breaks text into lines of at most `width` columns: at spaces, and inside a word only where it
/// is wider than that. A reference, a slug or a digest is not broken at all, so that it can be
/// copied: it is the only thing that is wider. Never empty: empty text is one empty line. A width
/// of 0 breaks nowhere.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The same, where lines behind the first begin with so many spaces; they are at most `width` wide
/// with these, unless that leaves no room.
std::vector<std::string> wrap_hanging(std::string_view text, std::size_t width, std::size_t indent);

/// Columns of the widest word, which wrap() keeps whole where it can.
std::size_t widest_word(std::string_view text);

}  // namespace attache
