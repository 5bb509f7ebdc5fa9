// SPDX-License-Identifier: MIT
#include "cli/report/html_text.h"

#include <algorithm>

#include "cli/output/escape.h"

namespace attache {
namespace {

std::string_view reference_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

bool is_plain_ascii(unsigned char c) { return c >= 0x20 && c < 0x7F; }

}  // namespace

void append_html(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_plain_ascii(static_cast<unsigned char>(c))) {
      const std::string_view reference = reference_of(c);
      if (reference.empty()) out += c;
      else out += reference;
      ++at;
      continue;
    }
    const Character character = character_at(text, at);
    if (!character.valid) out += "\xEF\xBF\xBD";
    else if (c == '\n' || c == '\t' || c == '\r') out += ' ';
    else if (!is_hidden(character.code)) out += text.substr(at, character.size);
    at += character.size;
  }
}

std::string html_text(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

bool is_web_address(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_plain_ascii(static_cast<unsigned char>(c)) && c != ' ';
  });
}

HtmlWriter& HtmlWriter::number(std::int64_t number) { return raw(std::to_string(number)); }

std::string grouped_number(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string counted(std::int64_t number, std::string_view noun) {
  return grouped_number(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

}  // namespace attache
