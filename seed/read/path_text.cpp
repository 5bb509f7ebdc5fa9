// SPDX-License-Identifier: MIT
#include "seed/read/path_text.h"

#include <charconv>
#include <optional>

#include "seed/read/utf8.h"

namespace attache {
namespace {

constexpr std::size_t mark_size = 4;  ///< \xHH

void append_mark(std::string& out, char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(byte);
  out += "\\x";
  out += digits[code >> 4];
  out += digits[code & 15];
}

/// The byte that a mark at the beginning stands for.
std::optional<char> marked(std::string_view text) {
  if (text.size() < mark_size || text.substr(0, 2) != "\\x") return std::nullopt;
  unsigned value = 0;
  const char* const end = text.data() + mark_size;
  const auto read = std::from_chars(text.data() + 2, end, value, 16);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return static_cast<char>(value);
}

}  // namespace

std::string path_text(std::string_view path) {
  std::string text;
  std::size_t bad = find_invalid_utf8(path);
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (at == bad) {
      append_mark(text, path[at]);
      bad = find_invalid_utf8(path, at + 1);
    } else if (path[at] == '\\' && marked(path.substr(at))) {
      append_mark(text, path[at]);
    } else {
      text += path[at];
    }
  }
  return text;
}

std::string path_of_text(std::string_view text) {
  std::string path;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = text[at] == '\\' ? marked(text.substr(at)) : std::nullopt;
    path += byte ? *byte : text[at];
    at += byte ? mark_size : 1;
  }
  return path;
}

}  // namespace attache
