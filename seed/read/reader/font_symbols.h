// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attache::reader {

/// The character (UTF-8) that the fonts Symbol and Wingdings draw for a code, given as the code
/// itself or above U+F000, as word processors store it. Any other font's own character; U+FFFD
/// where nobody knows what is drawn.
std::string font_symbol(std::string_view font, std::uint32_t code);

/// `text` with the characters above U+F000 that such a font draws in their place.
std::string with_font_symbols(std::string_view font, std::string_view text);

/// Such characters are in the text.
bool has_font_symbols(std::string_view text);

}  // namespace attache::reader
