// SPDX-License-Identifier: MIT
#include "seed/read/reader/docx_math.h"

#include <array>
#include <string_view>
#include <utility>

#include "seed/read/reader/html_math.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/xml_walk.h"

namespace attache::reader {
namespace {

using namespace std::string_view_literals;

/// What Word calls the parts of formulas, and MathML, whose writer is used.
constexpr std::array elements = {
    std::pair("f"sv, "mfrac"sv),           std::pair("sSup"sv, "msup"sv),
    std::pair("sSub"sv, "msub"sv),         std::pair("sSubSup"sv, "msubsup"sv),
    std::pair("nary"sv, "munderover"sv),   std::pair("d"sv, "mfenced"sv),
    std::pair("limLow"sv, "munder"sv),     std::pair("limUpp"sv, "mover"sv),
    std::pair("m"sv, "mtable"sv),          std::pair("mr"sv, "mtr"sv)};

std::string_view element_of(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "rad") return "msqrt"sv;
  for (const auto& [word, math] : elements)
    if (word == name) return math;
  return "mrow"sv;
}

/// Text as a page's source would have it.
std::string as_source(std::string_view text) {
  std::string source;
  for (const char byte : text)
    if (byte == '&') source += "&amp;";
    else source += byte;
  return source;
}

}  // namespace

std::string formula_of(const pugi::xml_node& formula) {
  MathText math;
  const auto enter = [&](const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name == "t") math.words(as_source(node.child_value()));
    if (name == "naryPr") {  // the sign stands among its properties; a sum's is none
      const std::string_view sign = value(child(node, "chr"), "val");
      math.words(sign.empty() ? "\u222B"sv : sign);
    }
    if (name.empty() || name == "t" || name.ends_with("Pr") || name == "deg") return false;
    math.begin(element_of(node));
    return true;
  };
  walk_xml(formula, enter, [&](const pugi::xml_node& node) { math.end(element_of(node)); });
  return math.finish();
}

}  // namespace attache::reader
