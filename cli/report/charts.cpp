// SPDX-License-Identifier: MIT
#include "cli/report/charts.h"

#include <algorithm>

#include "cli/chart/scale.h"
#include "cli/chart/trend_chart.h"
#include "cli/report/row_columns.h"
#include "cli/report/row_kind.h"

namespace attache {
namespace {

/// More points than these no chart can show apart.
constexpr int years_drawn = 120;

std::string values_of(const ChartSeries& series, std::size_t period, const std::string& unit) {
  const auto& value = series.points[period].value;
  return value ? short_number(*value, 1) + unit : "no documents";
}

void write_numbers(HtmlWriter& html, const Chart& chart) {
  html.raw("<details>\n<summary>Numbers of this chart</summary>\n");
  open_table(html, chart.id + "-numbers", chart.title);
  html.raw("<thead><tr><th scope=\"col\">").text(chart.x_title).raw("</th>");
  for (const ChartSeries& series : chart.series)
    html.raw("<th scope=\"col\" class=\"number\">").text(series.name).raw("</th>");
  html.raw("</tr></thead>\n<tbody>\n");
  for (std::size_t i = 0; i < chart.periods.size(); ++i) {
    html.raw("<tr><th scope=\"row\">").text(chart.periods[i]).raw("</th>");
    for (const ChartSeries& series : chart.series)
      html.raw("<td class=\"number\">").text(values_of(series, i, chart.unit)).raw("</td>");
    html.raw("</tr>\n");
  }
  html.raw("</tbody>\n");
  close_table(html);
  html.raw("</details>\n");
}

}  // namespace

Chart documents_chart(const ReportFacts& facts, const std::string& source) {
  Chart chart;
  if (facts.years.empty()) return chart;
  const int first = facts.years.front().year, last = facts.years.back().year;
  const bool decades = last - first > years_drawn;
  const int step = decades ? 10 : 1, begin = decades ? first / 10 * 10 : first;
  chart.id = "chart-documents";
  chart.title = decades ? "Documents by decade" : "Documents by year";
  chart.x_title = decades ? "Decade" : "Year";
  chart.y_title = "Documents";
  ChartSeries line{"documents", {}};
  auto next = facts.years.begin();
  std::int64_t all = 0, most = 0;
  std::string peak;
  for (int year = begin; year <= last; year += step) {
    std::int64_t count = 0;
    for (; next != facts.years.end() && next->year < year + step; ++next) count += next->documents;
    chart.periods.push_back(period_name(year, decades));
    const std::string note = chart.periods.back() + ": " + counted(count, "document");
    if (count == 0) line.points.push_back({std::nullopt, ""});
    else line.points.push_back({static_cast<double>(count), note});
    if (count > most) peak = note;
    most = std::max(most, count);
    all += count;
  }
  chart.series.push_back(std::move(line));
  chart.source = "Base: " + counted(all, "document") + " with a date. Source: " + source + ".";
  chart.description = "A line chart, " + chart.periods.front() + " to " + chart.periods.back() +
                      ". Most: " + peak + ".";
  return chart;
}

Chart trends_chart(const ReportFacts& facts, const TableFacts& table, const std::string& source) {
  const RowKind& kind = row_kinds[table.kind];
  TrendWords words;
  words.subject = "each of the most frequent";
  words.decades = facts.decades;
  Chart chart = chart_of(table.trend, words);
  const bool one = table.by_country || table.trend.series.size() == 1;
  const std::string kinds = column_words(kind.table) + " by " + std::string(kind.counts);
  chart.title = kinds +
                (one ? ": " + table.tallies.first.front().name
                     : ": the " + std::to_string(table.trend.series.size()) +
                           " that stand in the most documents") +
                (facts.decades ? ", by decade" : ", by year");
  chart.id = "chart-" + std::string(kind.table);
  chart.source =
      "Share of the documents of each period; base: " + counted(table.trend.base, "document") +
      " with a date. Source: " + source + ".";
  return chart;
}

void write_chart(HtmlWriter& html, const Chart& chart) {
  html.raw("<figure>\n<div class=\"drawing\" role=\"region\" tabindex=\"0\" aria-label=\"");
  html.text(chart.title).raw("\">\n").raw(svg_of(chart, SvgUse::inlined)).raw("</div>\n");
  write_numbers(html, chart);
  html.raw("</figure>\n");
  html.checkpoint();
}

std::string bar_svg(double share) {
  return "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" "
         "aria-hidden=\"true\" focusable=\"false\"><rect width=\"" +
         short_number(100 * std::clamp(share, 0.0, 1.0), 2) + "\" height=\"10\"/></svg>";
}

}  // namespace attache
