// SPDX-License-Identifier: MIT
#include "seed/text/unicode.h"

#include <utf8proc.h>

namespace attache::unicode {

CodePoint decode_beyond_ascii(std::string_view text, std::size_t offset) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset;
  utf8proc_int32_t value = 0;
  const auto used =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - offset), &value);
  if (used < 1) return {0xFFFD, 1};
  return {value, static_cast<std::uint32_t>(used)};
}

namespace {

CharClass classify_special(std::int32_t code_point) {
  switch (code_point) {
    case 0x85:
    case 0x2028:
    case 0x2029: return CharClass::newline;
    case 0xA0: return CharClass::space;
    case 0x2010:
    case 0x2011:
    case 0xFE63:
    case 0xFF0D: return CharClass::hyphen;
    case 0xAC:  // scanned text has it for a hyphen at a line's end
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF: return CharClass::soft_hyphen;
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0x201B:
    case 0xB4: return CharClass::apostrophe;
    default: return CharClass::punctuation;
  }
}

}  // namespace

CharClass classify_beyond_ascii(std::int32_t code_point) {
  const auto special = classify_special(code_point);
  if (special != CharClass::punctuation) return special;
  switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return CharClass::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL: return CharClass::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return CharClass::mark;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF: return CharClass::space;
    default: return CharClass::punctuation;
  }
}

bool is_upper_beyond_ascii(std::int32_t code_point) {
  const auto category = utf8proc_category(code_point);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

}  // namespace attache::unicode
