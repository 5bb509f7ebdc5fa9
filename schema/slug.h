// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace attache {

/// Longest slug in bytes; longer ones are cut at a hyphen.
inline constexpr std::size_t slug_limit = 60;

/// `text` as lower-case ASCII letters, digits and single hyphens, at most slug_limit long;
/// where nothing is left "x", with a number made of it where it is of letters of other scripts.
std::string reference_slug(std::string_view text);

/// `wanted`, or one of wanted-2, wanted-3, ... that is not taken: the first where they were taken
/// in order. `taken` is asked some 2 log n times where n are, so that many of one name cost little.
template <typename Taken>
std::string free_slug(const std::string& wanted, const Taken& taken) {
  const auto numbered = [&](std::uint64_t number) {
    return number < 2 ? wanted : wanted + "-" + std::to_string(number);
  };
  std::uint64_t last_taken = 0;
  std::uint64_t free = 1;
  for (; taken(numbered(free)); free *= 2) last_taken = free;
  while (free - last_taken > 1) {
    const std::uint64_t middle = last_taken + (free - last_taken) / 2;
    (taken(numbered(middle)) ? last_taken : free) = middle;
  }
  return numbered(free);
}

/// The free_slug of `taken`; adds what it gives to `taken`.
std::string unique_slug(const std::string& wanted, std::set<std::string>& taken);

}  // namespace attache
