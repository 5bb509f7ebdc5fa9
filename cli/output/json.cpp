// SPDX-License-Identifier: MIT
// Escaping is our own because extract writes hundreds of megabytes through it: clean runs are
// copied whole.
#include "cli/output/json.h"

#include <array>
#include <cstdio>

#include "cli/output/escape.h"

namespace attache {
namespace {

constexpr std::array<bool, 256> clean = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) table[c] = true;
  table['"'] = table['\\'] = false;
  return table;
}();

void append_code_unit(std::string& out, unsigned value) {
  char buffer[8];
  std::snprintf(buffer, sizeof buffer, "\\u%04x", value);
  out.append(buffer, 6);
}

/// As UTF-16, which is what JSON's escapes are.
void append_code_units(std::string& out, char32_t code) {
  if (code < 0x10000) return append_code_unit(out, static_cast<unsigned>(code));
  const auto above = static_cast<unsigned>(code) - 0x10000;
  append_code_unit(out, 0xD800 + (above >> 10));
  append_code_unit(out, 0xDC00 + (above & 0x3FFU));
}

void append_control(std::string& out, unsigned char c) {
  switch (c) {
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    default: append_code_unit(out, c);
  }
}

/// Returns how many bytes of the text it stands for.
std::size_t append_escaped(std::string& out, std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    append_control(out, byte);
    return 1;
  }
  const Character c = character_at(text, at);
  if (!c.valid) {
    out += "\xEF\xBF\xBD";
  } else if (is_hidden(c.code)) {
    append_code_units(out, c.code);
  } else {
    out.append(text.substr(at, c.size));
  }
  return c.size;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && clean[static_cast<unsigned char>(text[end])]) ++end;
    out.append(text.substr(at, end - at));
    at = end < text.size() ? end + append_escaped(out, text, end) : end;
  }
  out += '"';
}

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string json_array(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    append_json_string(out, text);
  }
  return out + "]";
}

}  // namespace attache
