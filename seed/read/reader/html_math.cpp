// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_math.h"

#include <algorithm>
#include <array>
#include <utility>

#include "seed/read/entity.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/raised.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using namespace std::string_view_literals;

/// Formulas nest some levels; what is deeper is read as if it stood in the level above.
constexpr std::size_t deepest = 64;

/// Signs that stand between blanks.
bool is_relation(std::string_view sign) {
  constexpr std::array signs = {"="sv,      "<"sv,      ">"sv,      "+"sv,      "\u2212"sv,
                                "\u2264"sv, "\u2265"sv, "\u2260"sv, "\u2248"sv, "\u2261"sv,
                                "\u2192"sv, "\u00D7"sv, "\u00B1"sv};
  return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

/// U+2061 to U+2064: what is meant and not printed.
bool is_invisible(std::string_view sign) {
  return sign.size() == 3 && sign.starts_with("\xE2\x81") && sign[2] >= '\xA1' && sign[2] <= '\xA4';
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

std::string grouped(const std::string& text) {
  return text.find(' ') == std::string::npos ? text : "(" + text + ")";
}

std::string raised(const std::string& power) {
  if (power.empty()) return {};
  return are_digits(power) ? raised_digits(power) : "^" + grouped(power);
}

/// Bounds below and above a sign: `∑(i = 1, n) `, and accents: `x¯`.
std::string bounded(std::string_view name, const std::vector<std::string>& parts) {
  const auto is_word = [](char byte) {  // in ASCII, which accents are not
    return ascii::is_lower(byte) || ascii::is_upper(byte) || ascii::is_digit(byte);
  };
  const std::string& second = parts[1];
  if (name != "munderover" && std::none_of(second.begin(), second.end(), is_word))
    return parts[0] + second;
  std::string bounds = second;
  if (!parts[2].empty()) bounds += (bounds.empty() ? "" : ", ") + parts[2];
  if (bounds.empty()) return parts[0];
  return parts[0] + "(" + bounds + ") ";
}

std::string fenced(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + folded(part);
  return "(" + text + ")";
}

bool has_places(std::string_view name) {
  constexpr std::array names = {"mfrac"sv,  "msup"sv,  "msub"sv,      "msubsup"sv,
                                "munder"sv, "mover"sv, "munderover"sv, "mroot"sv};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A part of several places, which an element such as a fraction has.
std::string structure(std::string_view name, std::vector<std::string> parts) {
  parts.resize(std::max<std::size_t>(parts.size(), 3));
  for (std::string& part : parts) part = folded(part);
  if (name == "mfrac") return grouped(parts[0]) + "/" + grouped(parts[1]);
  if (name == "msup") return parts[0] + raised(parts[1]);
  if (name == "msubsup") return parts[0] + parts[1] + raised(parts[2]);
  if (name == "mroot") return parts[0] + "^(1/" + parts[1] + ")";
  if (name != "msub") {  // what may stand in the fourth is what a sum is of
    return bounded(name, parts) + (parts.size() > 3 ? folded(parts[3]) : std::string());
  }
  return parts[0] + parts[1];
}

std::string decoded(std::string_view source) {
  constexpr std::size_t longest = 34;
  std::string text;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = source[at] == '&' ? source.substr(0, at + longest).find(';', at) : at;
    const bool reference = source[at] == '&' && end != std::string_view::npos;
    if (reference) text += decode_entity(source.substr(at, end + 1 - at));
    else text += source[at];
    at = reference ? end + 1 : at + 1;
  }
  return text;
}

}  // namespace

void MathText::begin(std::string_view name) {
  if (open_.size() < deepest) open_.push_back({std::string(name), {}});
}

void MathText::end(std::string_view name) {
  const auto is_it = [&](const Element& element) { return element.name == name; };
  if (std::none_of(open_.begin(), open_.end(), is_it)) return;
  while (open_.size() > 1) {
    const bool last = open_.back().name == name;
    close();
    if (last) break;
  }
}

void MathText::words(std::string_view source) {
  std::string text = folded(decoded(source));
  if (!text.empty()) open_.back().parts.push_back(std::move(text));
}

std::string MathText::finish() {
  while (open_.size() > 1) close();
  return folded(written(open_.front()));
}

void MathText::close() {
  std::string text = written(open_.back());
  open_.pop_back();
  open_.back().parts.push_back(std::move(text));
}

std::string MathText::written(const Element& element) {
  const std::string& name = element.name;
  if (name == "annotation" || name == "annotation-xml") return {};
  if (has_places(name)) return structure(name, element.parts);
  if (name == "mfenced") return fenced(element.parts);
  if (name == "mspace") return " ";
  const bool table = name == "mtr" || name == "mtable";
  std::string text;
  for (const std::string& part : element.parts) (text += table ? " " : "") += part;
  if (name == "msqrt") return "\u221A(" + folded(text) + ")";
  if (name == "mtext") return " " + text + " ";
  if (name != "mo") return text;
  if (is_invisible(text)) return {};
  return is_relation(text) ? " " + text + " " : text;
}

}  // namespace attache::reader
