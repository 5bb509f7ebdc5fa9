// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// Stand around words that are to be shown marked, until it is known how: U+FDD0 and U+FDD1, which
/// Unicode keeps for a program's own use. Where a text holds them all the same, the worst is a mark
/// too many.
inline constexpr std::string_view mark_open = "\xEF\xB7\x90";
inline constexpr std::string_view mark_close = "\xEF\xB7\x91";

/// The text with other marks in their place; they may be empty.
std::string replace_marks(std::string_view text, std::string_view open, std::string_view close);

/// One line of a text that was broken into lines, for a terminal: what is marked is bold. `bold`
/// says whether the line begins inside a mark, and is left as the next one begins.
std::string embolden(std::string_view line, bool& bold);

}  // namespace attache
