// SPDX-License-Identifier: MIT
#include "seed/extract/table_lines.h"

namespace attache {
namespace {

/// Fewer dots in a row are an ellipsis.
constexpr std::uint32_t fewest_leaders = 5;

}  // namespace

bool of_contents(const Analysis& a, std::uint32_t sentence) {
  const auto& words = a.sentences[sentence];
  std::uint32_t dots = 0;
  for (auto t = words.first; t < words.last; ++t) {
    const auto raw = a.raw(t);
    const bool leads = raw.find_first_not_of(".") == std::string_view::npos;
    dots = leads ? dots + static_cast<std::uint32_t>(raw.size()) : 0;
    if (dots >= fewest_leaders) return true;
  }
  return false;
}

}  // namespace attache
