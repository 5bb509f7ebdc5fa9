// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attache {

/// How the series of that number is told from others: by colour, and without colour, too.
struct Stroke {
  std::string_view colour;  ///< of Okabe and Ito's palette, which people with any colour vision
                            ///< tell apart; the strongest on white come first
  std::string_view dash;  ///< an SVG dash array; empty for a whole line
};

/// Colours repeat after so many series, with other dashes and markers.
inline constexpr std::size_t stroke_colours = 8;

Stroke stroke_of(std::size_t series);

/// Markers repeat after so many; the first is a circle, the others are polygons.
inline constexpr std::size_t marker_shapes = 7;

/// The series' marker around (x, y), as an SVG element that is not closed: "<circle ...". `radius`
/// is about half its width.
std::string marker_of(std::size_t series, double x, double y, double radius);

}  // namespace attache
