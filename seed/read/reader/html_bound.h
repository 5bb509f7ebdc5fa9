// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/read/reader/html_outline.h"

namespace attache::reader {

/// Elements deeper than this are not handed to the parser; their text is.
constexpr std::size_t max_open_elements = 512;

/// A page's source with the same text and bounded work for an HTML parser, whose every tag costs
/// as much as there are elements open. Elements deeper than max_open_elements lose their tags and
/// formatting elements become <span> (<s> and <strike>: <del>), which no parser opens again in
/// the next paragraph; a tag keeps its first 64 attributes. What no reader sees is left out:
/// comments, scripts, styles, templates, drawings, formulas, select boxes. Linear in the page.
/// Elements that `outline` has as unclosed lose their attributes, and those that could hide the
/// rest of the page (<nav>, <aside>) their tags.
std::string bounded_html(std::string_view page, const HtmlOutline& outline);

}  // namespace attache::reader
