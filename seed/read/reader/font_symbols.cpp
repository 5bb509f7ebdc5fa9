// SPDX-License-Identifier: MIT
#include "seed/read/reader/font_symbols.h"

#include <utf8proc.h>

#include <array>

#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// Where the codes of symbol fonts stand in Unicode's private area.
constexpr std::uint32_t first_private = 0xF000, last_private = 0xF0FF;

bool is_private(std::uint32_t code) { return code >= first_private && code <= last_private; }

std::string encoded(std::uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return "\uFFFD";
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
  return {bytes.begin(), bytes.begin() + size};
}

/// seed/read/words/font_symbols.csv: the code in two hexadecimal figures, a blank, the character.
std::string_view listed(std::string_view font, std::uint32_t code) {
  constexpr std::string_view figures = "0123456789ABCDEF";
  const std::string key{figures[(code >> 4) & 15], figures[code & 15], ' '};
  const WordList& list = word_list(ascii::lower_case(font));
  const auto found = list.lower_bound(key);
  if (found == list.end() || !found->starts_with(key)) return {};
  return std::string_view(*found).substr(key.size());
}

}  // namespace

std::string font_symbol(std::string_view font, std::uint32_t code) {
  if (!is_private(code) && code > 0xFF) return encoded(code);
  const std::string_view character = listed(font, code & 0xFF);
  if (!character.empty()) return std::string(character);
  if ((code & 0xFF) == 0x20) return " ";
  return is_private(code) ? "\uFFFD" : encoded(code);
}

bool has_font_symbols(std::string_view text) {
  // U+F000 to U+F0FF are EF 80 80 to EF 83 BF.
  for (std::size_t at = text.find('\xEF'); at != std::string_view::npos;
       at = text.find('\xEF', at + 1))
    if (at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xFCU) == 0x80)
      return true;
  return false;
}

std::string with_font_symbols(std::string_view font, std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t value = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    const std::size_t bytes = size > 0 ? static_cast<std::size_t>(size) : 1;
    const auto code = static_cast<std::uint32_t>(value);
    if (size > 0 && is_private(code)) result += font_symbol(font, code);
    else result += text.substr(at, bytes);
    at += bytes;
  }
  return result;
}

}  // namespace attache::reader
