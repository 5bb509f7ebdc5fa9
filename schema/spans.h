// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attache {

/// Whether a character of UTF-8 can begin at byte `at` of `text`, or the text ends there.
inline bool is_boundary(std::string_view text, std::int64_t at) {
  if (at < 0 || static_cast<std::uint64_t>(at) > text.size()) return false;
  const auto place = static_cast<std::size_t>(at);
  return place == text.size() || (static_cast<unsigned char>(text[place]) & 0xC0) != 0x80;
}

/// The bytes from `start` to `end` as they are stored; nothing where the text has no such place, or
/// one of them lies inside a character. Every cut by a stored span goes through here: another hand
/// may have written it.
inline std::optional<std::string_view> cut(std::string_view text, std::int64_t start,
                                           std::int64_t end) {
  if (start > end || !is_boundary(text, start) || !is_boundary(text, end)) return std::nullopt;
  return text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
}

}  // namespace attache
