// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "seed/read/read.h"

namespace attache {
namespace {

std::uint32_t advance(const OffsetStep& step, std::uint32_t text_offset) {
  return step.source + (text_offset - step.text) / step.text_unit * step.source_unit;
}

}  // namespace

OffsetMap OffsetMap::identity() { return {}; }

OffsetMap OffsetMap::none() {
  OffsetMap map;
  map.kind_ = Kind::none;
  return map;
}

OffsetMap OffsetMap::from_steps(std::vector<OffsetStep> steps) {
  OffsetMap map;
  map.kind_ = steps.empty() ? Kind::identity : Kind::steps;
  map.steps_ = std::move(steps);
  return map;
}

std::uint32_t OffsetMap::to_source(std::uint32_t text_offset) const {
  if (kind_ != Kind::steps) return text_offset;
  const auto next = std::upper_bound(
      steps_.begin(), steps_.end(), text_offset,
      [](std::uint32_t offset, const OffsetStep& step) { return offset < step.text; });
  return next == steps_.begin() ? steps_.front().source : advance(*std::prev(next), text_offset);
}

Span OffsetMap::to_source(Span span) const {
  const std::uint32_t begin = to_source(span.begin);
  if (kind_ != Kind::steps || span.end <= span.begin)
    return {begin, begin + (kind_ == Kind::steps ? 0 : length(span))};
  // The end belongs to the run of the last byte inside, so that what was left out after it stays
  // outside.
  const auto next = std::lower_bound(
      steps_.begin(), steps_.end(), span.end,
      [](const OffsetStep& step, std::uint32_t offset) { return step.text < offset; });
  return {begin, next == steps_.begin() ? begin : advance(*std::prev(next), span.end)};
}

}  // namespace attache
