// SPDX-License-Identifier: MIT
#include "seed/text/fold.h"

#include <utf8proc.h>

#include "seed/text/unicode.h"

namespace attache {
namespace {

/// Appends the base letters of one code point in lower case: "É" gives "e", "ß" gives "ss".
void append_base(std::int32_t code_point, std::string& out) {
  utf8proc_int32_t buffer[32];
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  const auto n = utf8proc_decompose_char(code_point, buffer, 32, options, &boundary);
  for (utf8proc_ssize_t i = 0; i < n; ++i) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(buffer[i], bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
}

/// Letters with strokes and ligatures that Unicode does not decompose.
const char* stroke_base(std::int32_t code_point) {
  switch (code_point) {
    case 0xD8:
    case 0xF8: return "o";
    case 0x110:
    case 0x111: return "d";
    case 0x141:
    case 0x142: return "l";
    case 0x131: return "i";
    case 0xC6:
    case 0xE6: return "ae";
    case 0x152:
    case 0x153: return "oe";
    case 0xDE:
    case 0xFE: return "th";
    case 0xD0:
    case 0xF0: return "d";
    case 0x126:
    case 0x127: return "h";
    case 0x14A:
    case 0x14B: return "n";
    case 0x166:
    case 0x167: return "t";
    default: return nullptr;
  }
}

void append_folded(std::int32_t code_point, std::string& out) {
  if (code_point < 0x80) {
    const auto c = static_cast<char>(code_point);
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  } else if (const char* base = stroke_base(code_point)) {
    out += base;
  } else {
    append_base(code_point, out);
  }
}

}  // namespace

std::string fold_word(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t i = 0; i < word.size();) {
    const auto [value, bytes] = decode(word, i);
    i += bytes;
    const auto kind = classify(value);
    if (kind == CharClass::letter || kind == CharClass::digit || value == '.')
      append_folded(value, out);
  }
  return out;
}

std::string fold_phrase(std::string_view phrase) {
  std::string out;
  out.reserve(phrase.size());
  bool gap = false;
  for (std::size_t i = 0; i < phrase.size();) {
    const auto [value, bytes] = decode(phrase, i);
    i += bytes;
    const auto kind = classify(value);
    if (kind == CharClass::letter || kind == CharClass::digit) {
      if (gap && !out.empty()) out.push_back(' ');
      gap = false;
      append_folded(value, out);
    } else if (kind == CharClass::space || kind == CharClass::newline ||
               kind == CharClass::punctuation) {
      gap = value != '.';
    }
  }
  return out;
}

std::string fold_parted(std::string_view phrase) {
  std::string parted;
  parted.reserve(phrase.size());
  for (std::size_t i = 0; i < phrase.size();) {
    const auto [value, bytes] = decode(phrase, i);
    if (classify(value) == CharClass::hyphen) parted.push_back(' ');
    else parted.append(phrase, i, bytes);
    i += bytes;
  }
  return fold_phrase(parted);
}

namespace {

/// The letters that `text` ends with, or begins with.
std::string_view last_letters(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t at = begin - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    if (classify(decode(text, at).value) != CharClass::letter) break;
    begin = at;
  }
  return text.substr(begin);
}

std::string_view first_letters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const auto c = decode(text, end);
    if (classify(c.value) != CharClass::letter) break;
    end += c.bytes;
  }
  return text.substr(0, end);
}

}  // namespace

std::string fold_space(std::string_view text, const KeepsHyphen& keeps) {
  std::string out;
  out.reserve(text.size());
  bool gap = false, line_end = false, soft = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [value, bytes] = decode(text, i);
    const auto kind = classify(value);
    if (kind == CharClass::space || kind == CharClass::newline) {
      gap = true;
      line_end = line_end || kind == CharClass::newline;
    } else if (kind == CharClass::soft_hyphen) {
      soft = soft || ((value == 0xAD || value == 0xAC) && !gap);
    } else {
      const bool letter = kind == CharClass::letter;
      const bool hyphen = line_end && letter && !out.empty() && out.back() == '-';
      // "coop-\neration" is one word; "South-\nSouth" keeps its hyphen, as capitals do.
      if (hyphen && !is_upper(value)) {
        const auto first = last_letters(std::string_view(out).substr(0, out.size() - 1));
        if (!keeps || !keeps(first, first_letters(text.substr(i)))) out.pop_back();
      } else if (gap && !out.empty() && !(line_end && out.back() == '-') &&
                 !(soft && line_end && letter)) {
        out.push_back(' ');
      }
      gap = line_end = soft = false;
      out.append(text, i, bytes);
    }
    i += bytes;
  }
  return out;
}

std::string slugify(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : fold_phrase(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      if (gap && !out.empty()) out.push_back('-');
      gap = false;
      out.push_back(c);
    } else {
      gap = true;
    }
  }
  return out;
}

}  // namespace attache
