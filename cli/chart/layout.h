// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/chart/chart.h"

namespace attache {

/// Distance of two lines of text, in font sizes.
inline constexpr double line_height = 1.35;

/// What stands in the legend and where: the left end of its base line.
struct LegendEntry {
  static constexpr std::size_t of_gaps = SIZE_MAX;
  std::size_t series = 0;  ///< its number, or of_gaps
  std::string text;
  double x = 0, y = 0;
};

/// Where everything of a chart stands, in the units of SVG: pixels from the upper left corner,
/// texts at their base lines.
struct Layout {
  double margin = 16;
  double width = 760, height = 0;
  std::vector<std::string> title;  ///< in lines that fit
  double title_top = 0;
  std::vector<LegendEntry> legend;
  double left = 0, right = 0, top = 0, bottom = 0;  ///< of the plot
  std::vector<double> ticks;                        ///< of the vertical axis
  std::vector<std::size_t> named;                   ///< periods that have their name below
  std::vector<std::size_t> gaps;                    ///< periods in which no series has a value
  std::vector<std::string> source;
  double source_top = 0;
  std::size_t periods = 0;

  double step() const { return (right - left) / static_cast<double>(periods > 0 ? periods : 1); }
  double x(std::size_t period) const { return left + (static_cast<double>(period) + 0.5) * step(); }
  double y(double value) const;
  double radius() const { return periods > 90 ? 2 : periods > 45 ? 3 : 4; }
};

Layout layout_of(const Chart& chart);

}  // namespace attache
