// SPDX-License-Identifier: MIT
#include "cli/chart/layout.h"

#include <algorithm>
#include <cmath>

#include "cli/chart/scale.h"
#include "cli/output/escape.h"
#include "cli/output/terminal.h"

namespace attache {
namespace {

/// How wide a character is at most, on average, in font sizes: fonts differ from reader to reader,
/// so that room is kept.
constexpr double character_width = 0.58;

constexpr double plot_height = 280;

std::vector<std::string> lines_of(const std::string& text, double size, double room) {
  if (text.empty()) return {};
  return wrap(printable(text), static_cast<std::size_t>(room / (size * character_width)));
}

double width_of(const std::string& text, double size) {
  return static_cast<double>(display_width(printable(text))) * size * character_width;
}

std::vector<std::size_t> gaps_of(const Chart& chart) {
  std::vector<std::size_t> gaps;
  for (std::size_t i = 0; i < chart.periods.size(); ++i) {
    const bool known =
        std::any_of(chart.series.begin(), chart.series.end(),
                    [&](const ChartSeries& series) { return series.points[i].value; });
    if (!known) gaps.push_back(i);
  }
  return gaps;
}

double largest_of(const Chart& chart) {
  double largest = 0;
  for (const ChartSeries& series : chart.series)
    for (const ChartPoint& point : series.points)
      largest = std::max(largest, point.value.value_or(0));
  return largest;
}

/// Entries beside one another as far as they fit, below one another else. `y` is left behind them.
void place_legend(Layout& layout, const Chart& chart, double& y) {
  constexpr double sample = 34, apart = 22, row = 20;
  for (std::size_t i = 0; i < chart.series.size(); ++i)
    layout.legend.push_back({i, chart.series[i].name});
  if (!layout.gaps.empty()) layout.legend.push_back({LegendEntry::of_gaps, "no documents"});
  double x = layout.margin;
  for (LegendEntry& entry : layout.legend) {
    const double width = sample + width_of(entry.text, 12);
    if (x > layout.margin && x + width > layout.width - layout.margin) {
      x = layout.margin;
      y += row;
    }
    entry.x = x;
    entry.y = y;
    x += width + apart;
  }
  if (!layout.legend.empty()) y += row;
}

}  // namespace

double Layout::y(double value) const {
  return bottom - std::clamp(value / ticks.back(), 0.0, 1.0) * (bottom - top);
}

Layout layout_of(const Chart& chart) {
  Layout layout;
  layout.periods = chart.periods.size();
  const double room = layout.width - 2 * layout.margin;
  layout.title = lines_of(chart.title, 17, room);
  layout.title_top = 28;
  layout.gaps = gaps_of(chart);
  double y = layout.title_top + static_cast<double>(layout.title.size()) * 17 * line_height + 4;
  place_legend(layout, chart, y);
  layout.ticks = ticks_to(largest_of(chart));
  layout.left = 78;
  layout.right = layout.width - 24;
  layout.top = y;
  layout.bottom = y + plot_height;
  layout.named = named_periods(chart.periods, 12);
  layout.source = lines_of(chart.source, 11, room);
  layout.source_top = layout.bottom + 64;
  // Whole, or the last row of a picture's dots is half of the paper and half of nothing.
  const double source_lines = static_cast<double>(layout.source.size());
  layout.height = std::ceil(layout.source_top + source_lines * 11 * line_height);
  return layout;
}

}  // namespace attache
