// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// Bytes by what they are in ASCII, whatever the locale. For letters of all scripts see unicode.h.
namespace attache::ascii {

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }

/// A letter of ASCII, or a byte of a character beyond it.
constexpr bool is_letter(char byte) {
  return is_upper(byte) || is_lower(byte) || (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

/// Letters and digits of ASCII alone, as most words are.
constexpr bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return is_upper(byte) || is_lower(byte) || is_digit(byte); });
}

constexpr char lower(char byte) {
  return is_upper(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// Letters of ASCII made small; other bytes stay.
inline std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

}  // namespace attache::ascii
