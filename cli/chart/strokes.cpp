// SPDX-License-Identifier: MIT
#include "cli/chart/strokes.h"

#include <array>
#include <utility>
#include <vector>

#include "cli/chart/scale.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, stroke_colours> colours = {
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442"};

/// As many as share no factor with the colours and the markers, so that pairs repeat late.
constexpr std::array<std::string_view, 5> dashes = {"", "7 4", "2 3", "9 3 2 3", "2 7"};

using Corners = std::vector<std::pair<double, double>>;

/// Corners of shapes as wide as 2; the first marker is a circle.
const std::array<Corners, marker_shapes - 1>& shapes() {
  static const std::array<Corners, marker_shapes - 1> all{{
      {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}},  // square
      {{0, -1.2}, {1.1, 0.8}, {-1.1, 0.8}},                  // triangle
      {{0, -1.3}, {1.3, 0}, {0, 1.3}, {-1.3, 0}},            // diamond
      {{-1.1, -0.8}, {1.1, -0.8}, {0, 1.2}},                 // triangle upside down
      {{-0.4, -1.2},
       {0.4, -1.2},
       {0.4, -0.4},
       {1.2, -0.4},
       {1.2, 0.4},
       {0.4, 0.4},
       {0.4, 1.2},
       {-0.4, 1.2},
       {-0.4, 0.4},
       {-1.2, 0.4},
       {-1.2, -0.4},
       {-0.4, -0.4}},                                                   // cross
      {{0, -1.2}, {1.2, -0.3}, {0.7, 1.1}, {-0.7, 1.1}, {-1.2, -0.3}},  // pentagon
  }};
  return all;
}

}  // namespace

Stroke stroke_of(std::size_t series) {
  return {colours[series % colours.size()], dashes[series % dashes.size()]};
}

std::string marker_of(std::size_t series, double x, double y, double radius) {
  const std::size_t marker = series % marker_shapes;
  if (marker == 0)
    return "<circle cx=\"" + short_number(x, 2) + "\" cy=\"" + short_number(y, 2) + "\" r=\"" +
           short_number(radius, 2) + '"';
  std::string points;
  for (const auto& [right, down] : shapes()[marker - 1])
    points += (points.empty() ? "" : " ") + short_number(x + right * radius, 2) + "," +
              short_number(y + down * radius, 2);
  return "<polygon points=\"" + points + '"';
}

}  // namespace attache
