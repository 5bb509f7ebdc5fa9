// SPDX-License-Identifier: MIT
#include "cli/chart/chart.h"

#include <set>

#include "cli/chart/bar.h"
#include "cli/chart/layout.h"
#include "cli/chart/scale.h"
#include "cli/chart/strokes.h"
#include "tests/catch.h"
#include "tests/cli/in_process.h"

using namespace attache;

namespace {

Chart small_chart() {
  Chart chart;
  chart.title = "A title";
  chart.description = "What is shown.";
  chart.unit = " %";
  chart.periods = {"1990", "1991", "1992", "1993"};
  chart.series = {{"Kenya", {{{10.0}, "ten"}, {{20.0}, ""}, {}, {{5.0}, ""}}}};
  return chart;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("the marks of an axis are round and reach the largest value") {
  CHECK(ticks_to(0) == std::vector<double>{0, 1});
  CHECK(ticks_to(100) == std::vector<double>{0, 20, 40, 60, 80, 100});
  CHECK(ticks_to(12).back() >= 12);
  CHECK(ticks_to(0.3).back() >= 0.3);
  for (const double largest : {1e-9, 0.07, 1.0, 3.0, 7.7, 33.3, 99.9, 1e12}) {
    const auto ticks = ticks_to(largest);
    INFO(largest);
    CHECK(ticks.back() >= largest * (1 - 1e-9));
    CHECK(ticks.size() <= 8);
  }
}

TEST_CASE("a few periods are all named, of many the round ones") {
  CHECK(named_periods({"1990", "1991"}, 12).size() == 2);
  std::vector<std::string> years, decades;
  for (int year = 1946; year <= 2020; ++year) years.push_back(std::to_string(year));
  for (int year = 1800; year <= 2020; year += 10) decades.push_back(std::to_string(year) + "s");
  const auto named = named_periods(years, 12);
  REQUIRE(named.size() == 8);
  CHECK(years[named[0]] == "1950");
  CHECK(decades[named_periods(decades, 12)[1]] == "1820s");
  CHECK(named_periods({"x", "y"}, 12).size() == 2);
  CHECK(named_periods({}, 12).empty());
}

TEST_CASE("a line breaks off where nothing is known, and the gap is shaded") {
  const std::string svg = svg_of(small_chart());
  CHECK(count_of(svg, " M") == 1);       // one line begins the path, another follows the gap
  CHECK(count_of(svg, "<circle") == 4);  // three points, one in the legend
  CHECK(svg.find("1992: no documents") != std::string::npos);
  CHECK(svg.find("<title>ten</title>") != std::string::npos);
}

TEST_CASE("a chart says what it is to who can't see it") {
  const std::string svg = svg_of(small_chart());
  CHECK(svg.find("role=\"img\" aria-labelledby=\"chart-title chart-desc\"") != std::string::npos);
  CHECK(svg.find("<title id=\"chart-title\">A title</title>") != std::string::npos);
  CHECK(svg.find("<desc id=\"chart-desc\">What is shown.</desc>") != std::string::npos);
}

TEST_CASE("a chart inside a page takes the page's colour and has no background") {
  const std::string svg = svg_of(small_chart(), SvgUse::inlined);
  CHECK(svg.starts_with("<svg "));
  CHECK(svg.find("currentColor") != std::string::npos);
  CHECK(svg.find("#FFFFFF") == std::string::npos);
}

TEST_CASE("no text of a chart can act in it") {
  Chart chart = small_chart();
  chart.title = chart.source = chart.series[0].name = chart.series[0].points[0].note =
      "</text><script>alert('1')</script>&\x01\xff\"";
  const std::string svg = svg_of(chart);
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find('\x01') == std::string::npos);
  CHECK(svg.find('\xff') == std::string::npos);
  CHECK(svg.find("&lt;script&gt;") != std::string::npos);
}

TEST_CASE("charts of nothing and of very much are drawn") {
  CHECK(svg_of(Chart{}).ends_with("</svg>\n"));
  Chart chart = small_chart();
  chart.title = std::string(500, 'x');
  for (int i = 0; i < 200; ++i) chart.series.push_back(chart.series[0]);
  const Layout layout = layout_of(chart);
  for (const LegendEntry& entry : layout.legend) CHECK(entry.x < layout.width);
  CHECK(layout.top > layout.legend.back().y);
  CHECK(layout.height > layout.bottom);
}

TEST_CASE("the first eight series have colours of their own, and no early pair repeats") {
  std::set<std::string_view> colours;
  std::set<std::string> looks;
  for (std::size_t i = 0; i < 8; ++i) colours.insert(stroke_of(i).colour);
  CHECK(colours.size() == 8);
  for (std::size_t i = 0; i < 40; ++i)
    looks.insert(std::string(stroke_of(i).colour) + std::string(stroke_of(i).dash) +
                 marker_of(i, 0, 0, 4));
  CHECK(looks.size() == 40);
}

TEST_CASE("a bar is as long as its share, in blocks or in ASCII") {
  CHECK(bar(1, 4, true) == "####");
  CHECK(bar(0.5, 4, true) == "##");
  CHECK(bar(0.001, 4, true) == "#");
  CHECK(bar(0, 4, true).empty());
  CHECK(bar(2, 4, true) == "####");
  CHECK(bar(1, 2, false) == "██");
  CHECK(bar(0.75, 2, false) == "█▌");
  CHECK(bar(0.0001, 2, false) == "▏");
}

TEST_CASE("bars are ASCII where the terminal or the locale knows no more") {
  CHECK(ascii_only(in_process::environment_of({})));
  CHECK(ascii_only(in_process::environment_of({{"LC_ALL", "C"}, {"LANG", "C.UTF-8"}})));
  CHECK(ascii_only(in_process::environment_of({{"TERM", "dumb"}, {"LANG", "C.UTF-8"}})));
  CHECK_FALSE(ascii_only(in_process::environment_of({{"LANG", "de_DE.utf8"}})));
  CHECK_FALSE(ascii_only(in_process::environment_of({{"LC_CTYPE", "C.UTF-8"}, {"LANG", "C"}})));
}

TEST_CASE("numbers have no more decimals than they need") {
  CHECK(short_number(12.50, 2) == "12.5");
  CHECK(short_number(100, 0) == "100");
  CHECK(short_number(-0.001, 2) == "0");
}
