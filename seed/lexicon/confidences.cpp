// SPDX-License-Identifier: MIT
#include "seed/lexicon/confidences.h"

#include <algorithm>
#include <cmath>

namespace attache {

std::uint8_t Confidences::of(std::string_view rule, std::string_view kind) const {
  // Rules of a table's own begin with its name, whatever kind of rows they make.
  const auto family = rule.substr(0, rule.find('.'));
  for (const auto name : {rule, family == "organizations" ? kind : family, kind}) {
    const auto found = percent_.find(name);
    if (found != percent_.end()) return found->second;
  }
  return 0;
}

std::uint8_t Confidences::of_norm(float sum) const {
  if (slope_ == 0) return 0;
  const float share = 1 / (1 + std::exp(-(constant_ + slope_ * sum)));
  return static_cast<std::uint8_t>(std::clamp(std::lround(share * 100), 1L, 99L));
}

}  // namespace attache
