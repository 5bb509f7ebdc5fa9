// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace attache::reader {

/// 3, - 3 -, Page 3, 3/12, Page 3 of 12, iv; no year.
bool is_page_number(std::string_view line);

/// Symbols of documents (A/RES/60/1, S/RES/1244 (1999)), page numbers beside them or not, and marks
/// that the text goes on (/...).
bool is_symbol_line(std::string_view line);

/// Holds a code such as stands under bars: 25-10739 (E), *2510739*.
bool has_bar_code(std::string_view line);

}  // namespace attache::reader
