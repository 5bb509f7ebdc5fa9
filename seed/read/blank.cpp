// SPDX-License-Identifier: MIT
#include "seed/read/blank.h"

#include "seed/text/unicode.h"

namespace attache {
namespace {

/// White space by its class, and what takes no place: soft hyphens, joiners, marks of direction,
/// byte-order marks, and letters that stand for nothing (the fillers of Hangul, an empty Braille
/// cell).
bool shows_nothing(std::int32_t c) {
  if (c <= ' ' || (c >= 0x7F && c <= 0xA0)) return true;
  if (c < 0x80) return false;
  if (c == 0xAD || c == 0x034F || c == 0x061C || c == 0x180E || c == 0xFEFF) return true;
  if (c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800) return true;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E)) return true;
  if ((c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F)) return true;
  const CharClass what = classify(c);
  return what == CharClass::space || what == CharClass::newline;
}

}  // namespace

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!shows_nothing(point.value)) return false;
    at += point.bytes;
  }
  return true;
}

void refuse_blank(std::string_view text, const std::string& name) {
  if (!is_blank(text)) return;
  throw BlankError(name + (text.empty() ? ": is empty" : ": is blank") +
                   "; there is nothing to read");
}

}  // namespace attache
