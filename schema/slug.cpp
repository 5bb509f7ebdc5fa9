// SPDX-License-Identifier: MIT
#include "schema/slug.h"

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

}  // namespace

std::string reference_slug(std::string_view text) {
  std::string slug = hyphenated(fold(text));
  if (slug.size() > slug_limit) {
    const auto hyphen = slug.rfind('-', slug_limit);
    slug.resize(hyphen == std::string::npos || hyphen < slug_limit / 2 ? slug_limit : hyphen);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "x" : slug;
}

std::string unique_slug(const std::string& wanted, std::set<std::string>& taken) {
  return *taken
              .insert(
                  free_slug(wanted, [&](const std::string& slug) { return taken.count(slug) > 0; }))
              .first;
}

}  // namespace attache
