// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace attache {

/// A point of a chart.
struct ChartPoint {
  std::optional<double> value;  ///< nothing: a gap, which is not drawn as zero
  std::string note;             ///< what is told of the point: "Kenya, 1990: 3 of 12 documents"
};

/// One line of a chart.
struct ChartSeries {
  std::string name;                ///< in the legend
  std::vector<ChartPoint> points;  ///< as many as the chart has periods
};

/// What is to be drawn, with nothing of how. All texts are plain and may hold anything.
struct Chart {
  std::string id = "chart";  ///< letters and digits; apart from others where a page has several
  std::string title;
  std::string description;  ///< for who can't see it: what is shown, and the most striking values
  std::string x_title, y_title;
  std::string unit;    ///< behind the numbers of the vertical axis, e.g. " %"
  std::string source;  ///< below the chart: what was counted, where it is from, of when
  std::vector<std::string> periods;  ///< along the horizontal axis, in order
  std::vector<ChartSeries> series;
};

/// How the drawing is used.
enum class SvgUse {
  file,     ///< a file of its own, on white
  inlined,  ///< inside an HTML page, whose text colour it takes and whose background shows through
};

/// The chart as SVG 1.1 with its texts as text, a title and a description for screen readers.
/// Colours are those of Okabe and Ito, and each series has a dash and a marker of its own besides.
/// Values are drawn from 0 upwards; negative ones as 0.
std::string svg_of(const Chart& chart, SvgUse use = SvgUse::file);

}  // namespace attache
