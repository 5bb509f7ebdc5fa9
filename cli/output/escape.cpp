// SPDX-License-Identifier: MIT
#include "cli/output/escape.h"

#include <utf8proc.h>

#include <cstdio>

namespace attache {
namespace {

void append_hex(std::string& out, const char* format, unsigned value) {
  char buffer[16];
  const int size = std::snprintf(buffer, sizeof buffer, format, value);
  out.append(buffer, static_cast<std::size_t>(size));
}

/// mark_open and mark_close, which are ours until they are shown.
bool is_mark(char32_t c) { return c == 0xFDD0 || c == 0xFDD1; }

void append_character(std::string& out, std::string_view text, std::size_t at, const Character& c) {
  if (!c.valid || c.code < 0x20 || c.code == 0x7F) {
    append_hex(out, "\\x%02x", static_cast<unsigned>(c.code));
  } else if (is_hidden(c.code) && !is_mark(c.code)) {
    append_hex(out, "\\u{%04x}", static_cast<unsigned>(c.code));
  } else {
    out.append(text.substr(at, c.size));
  }
}

bool is_line_end_or_tab(const Character& c) {
  return c.valid && (c.code == '\t' || c.code == '\n' || c.code == '\r' || c.code == 0x2028 ||
                     c.code == 0x2029);
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {static_cast<unsigned char>(text[at]), 1, false};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(size), true};
}

void append_printable(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (is_line_end_or_tab(c)) {
      out += ' ';
      if (text.substr(at, 2) == "\r\n") ++at;
    } else {
      append_character(out, text, at, c);
    }
    at += c.size;
  }
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_printable(out, text);
  return out;
}

void append_flat(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\r\n") ++i;
    out += text[i] == '\n' || text[i] == '\r' ? ' ' : text[i];
  }
}

std::string one_line(std::string_view text, std::size_t limit) {
  constexpr std::string_view ellipsis = "\u2026";
  std::string line = printable(text);
  if (line.size() <= limit) return line;
  const auto continues = [&](std::size_t at) {
    return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80;
  };
  std::size_t head = (limit - ellipsis.size()) / 2;
  std::size_t tail = line.size() - head;
  while (head > 0 && continues(head)) --head;
  while (continues(tail)) ++tail;
  return line.replace(head, tail - head, ellipsis);
}

bool is_hidden(char32_t c) {
  const utf8proc_property_t* const property =
      utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  switch (property->category) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    default: return property->ignorable != 0;
  }
}

}  // namespace attache
