// SPDX-License-Identifier: MIT
#include "cli/report/segments.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace attache {
namespace {

/// The spans that touch the bytes, cut to them; those of one row that overlap are one.
std::vector<MarkedSpan> cut_to(std::int64_t start, std::int64_t end,
                               std::vector<MarkedSpan> spans) {
  std::stable_sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) {
    return std::tie(a.kind, a.row, a.start) < std::tie(b.kind, b.row, b.start);
  });
  std::vector<MarkedSpan> inside;
  for (MarkedSpan span : spans) {
    span.start = std::max(span.start, start);
    span.end = std::min(span.end, end);
    if (span.start >= span.end) continue;
    const bool goes_on = !inside.empty() && inside.back().kind == span.kind &&
                         inside.back().row == span.row && span.start < inside.back().end;
    if (goes_on) inside.back().end = std::max(inside.back().end, span.end);
    else inside.push_back(span);
  }
  return inside;
}

std::vector<std::int64_t> borders_of(std::int64_t start, std::int64_t end,
                                     const std::vector<MarkedSpan>& spans,
                                     const std::vector<std::int64_t>& breaks) {
  std::vector<std::int64_t> borders{start, end};
  for (const MarkedSpan& span : spans) borders.insert(borders.end(), {span.start, span.end});
  for (const std::int64_t at : breaks)
    if (at > start && at < end) borders.push_back(at);
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  return borders;
}

}  // namespace

std::vector<Segment> segments_of(std::int64_t start, std::int64_t end,
                                 const std::vector<MarkedSpan>& spans,
                                 const std::vector<std::int64_t>& breaks) {
  std::vector<Segment> segments;
  if (start >= end) return segments;
  std::vector<MarkedSpan> begin = cut_to(start, end, spans);
  const std::vector<std::int64_t> borders = borders_of(start, end, begin, breaks);
  std::vector<MarkedSpan> finish = begin;
  std::stable_sort(begin.begin(), begin.end(),
                   [](const auto& a, const auto& b) { return a.start < b.start; });
  // Of spans that end together, the one that began last is the innermost.
  std::stable_sort(finish.begin(), finish.end(), [](const auto& a, const auto& b) {
    return a.end != b.end ? a.end < b.end : a.start > b.start;
  });
  std::array<std::size_t, row_kinds.size()> open{};
  const std::set<std::int64_t> parts(breaks.begin(), breaks.end());
  auto next = begin.begin();
  auto last = finish.begin();
  for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
    for (; next != begin.end() && next->start == borders[i]; ++next) ++open[next->kind];
    Segment segment{borders[i], borders[i + 1], {}, {}};
    for (std::size_t kind = 0; kind < open.size(); ++kind) segment.kinds[kind] = open[kind] > 0;
    for (; last != finish.end() && last->end == segment.end; ++last) {
      segment.ending.push_back(last->row);
      --open[last->kind];
    }
    // A span that begins in another of its kind changes nothing.
    const bool same = !segments.empty() && segments.back().ending.empty() &&
                      segments.back().kinds == segment.kinds && !parts.contains(segment.start);
    if (!same) {
      segments.push_back(std::move(segment));
      continue;
    }
    segments.back().end = segment.end;
    segments.back().ending = std::move(segment.ending);
  }
  return segments;
}

}  // namespace attache
