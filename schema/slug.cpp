// SPDX-License-Identifier: MIT
#include "schema/slug.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "schema/fold.h"

namespace attache {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Letters that fold() leaves with a mark or as another script fall away, apostrophes join what
/// they stand between.
std::string hyphenated(std::string_view folded) {
  std::string slug;
  for (const char c : folded) {
    if (is_word(c)) slug += c;
    else if (c != '\'' && !slug.empty() && slug.back() != '-') slug += '-';
  }
  return slug;
}

/// Of a name in letters of other scripts alone: the same each time, and another for each name.
std::string numbered(std::string_view text) {
  constexpr std::uint32_t basis = 2166136261U, prime = 16777619U;  // FNV-1a
  std::uint32_t number = basis;
  for (const char byte : text) number = (number ^ static_cast<unsigned char>(byte)) * prime;
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "x-%08x", number);
  return digits.data();
}

bool has_other_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::string reference_slug(std::string_view text) {
  std::string slug = hyphenated(fold(text));
  if (slug.size() > slug_limit) {
    const auto hyphen = slug.rfind('-', slug_limit);
    slug.resize(hyphen == std::string::npos || hyphen < slug_limit / 2 ? slug_limit : hyphen);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  if (!slug.empty()) return slug;
  return has_other_letters(text) ? numbered(fold(text)) : "x";
}

std::string unique_slug(const std::string& wanted, std::set<std::string>& taken) {
  return *taken
              .insert(
                  free_slug(wanted, [&](const std::string& slug) { return taken.count(slug) > 0; }))
              .first;
}

}  // namespace attache
