// SPDX-License-Identifier: MIT
#include "cli/chart/trend_chart.h"

#include <algorithm>

#include "cli/chart/scale.h"

namespace attache {
namespace {

std::string documents_text(std::int64_t count) {
  return std::to_string(count) + (count == 1 ? " document" : " documents");
}

double percent(const TrendPoint& point) {
  return 100.0 * static_cast<double>(point.documents) / static_cast<double>(point.base);
}

std::string note_of(const TrendSeries& series, const TrendPoint& point, bool decades) {
  return (series.name.empty() ? "" : series.name + ", ") + period_name(point.year, decades) + ": " +
         short_number(percent(point), 1) + " % (" + std::to_string(point.documents) + " of " +
         documents_text(point.base) + ")";
}

ChartSeries drawn(const TrendSeries& series, const TrendWords& words) {
  ChartSeries line{series.name.empty() ? words.subject : series.name, {}};
  for (const TrendPoint& point : series.points) {
    if (point.base == 0) line.points.push_back({std::nullopt, ""});
    else line.points.push_back({percent(point), note_of(series, point, words.decades)});
  }
  const bool known = std::any_of(line.points.begin(), line.points.end(),
                                 [](const ChartPoint& point) { return point.value.has_value(); });
  if (!known) line.name += " (no documents)";
  return line;
}

/// The highest point of a series in words.
std::string peak_of(const TrendSeries& series, bool decades) {
  const TrendPoint* peak = nullptr;
  for (const TrendPoint& point : series.points)
    if (point.base > 0 && (peak == nullptr || percent(point) > percent(*peak))) peak = &point;
  return peak == nullptr ? "" : " Highest: " + note_of(series, *peak, decades) + ".";
}

std::string span_of(const Trend& trend, bool decades) {
  if (trend.series.empty() || trend.series[0].points.empty()) return "";
  const auto& points = trend.series[0].points;
  const std::string first = period_name(points.front().year, decades);
  const std::string last = period_name(points.back().year, decades);
  return first == last ? ", " + first : ", " + first + " to " + last;
}

}  // namespace

std::string period_name(int year, bool decades) {
  return std::to_string(year) + (decades ? "s" : "");
}

std::string periods_without_documents(std::span<const TrendSeries> series, bool decades) {
  if (series.empty()) return "";
  const std::size_t periods = series[0].points.size();
  const auto empty = [&](std::size_t at) {
    return std::all_of(series.begin(), series.end(),
                       [&](const TrendSeries& one) { return one.points[at].base == 0; });
  };
  const auto name = [&](std::size_t at) { return period_name(series[0].points[at].year, decades); };
  std::string list;
  for (std::size_t at = 0; at < periods; ++at) {
    if (!empty(at)) continue;
    std::size_t end = at;
    while (end + 1 < periods && empty(end + 1)) ++end;
    list += (list.empty() ? "" : ", ") + name(at) + (end > at ? "-" + name(end) : "");
    at = end;
  }
  return list;
}

Chart chart_of(const Trend& trend, const TrendWords& words) {
  Chart chart;
  const std::string by = words.decades ? "decade" : "year";
  chart.title = "Share of documents with " + words.subject + ", by " + by;
  chart.x_title = words.decades ? "Decade" : "Year";
  chart.y_title = "Share of documents";
  chart.unit = " %";
  chart.source = "Base: " + documents_text(trend.base) + span_of(trend, words.decades) +
                 (words.filters.empty() ? "" : "; " + words.filters) + ". Source: " + words.source +
                 ", " + words.date + ".";
  chart.description = "A line chart" + span_of(trend, words.decades) + ".";
  for (const TrendSeries& series : trend.series) {
    chart.series.push_back(drawn(series, words));
    chart.description += peak_of(series, words.decades);
  }
  const std::string missing = periods_without_documents(trend.series, words.decades);
  if (!missing.empty()) chart.description += " No documents: " + missing + ".";
  if (trend.series.empty()) return chart;
  for (const TrendPoint& point : trend.series[0].points)
    chart.periods.push_back(period_name(point.year, words.decades));
  return chart;
}

}  // namespace attache
