// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_notes.h"

#include <algorithm>
#include <array>

#include "seed/read/raised_mark.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/html_tree.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::is_digit;
using ascii::is_letter;

using namespace std::string_view_literals;

constexpr std::size_t long_mark = 40;  ///< bytes: [citation needed]

constexpr std::size_t max_nodes = 16;  ///< a mark is made of few, and is looked at often

bool takes(std::string_view& text, std::string_view piece) {
  if (text.substr(0, piece.size()) != piece) return false;
  text.remove_prefix(piece.size());
  return true;
}

/// Figures of notes, and the signs that stand for them.
bool is_marks_only(std::string_view text) {
  constexpr std::array signs = {"*"sv,      "#"sv,      ","sv,      ";"sv,      " "sv,
                                "-"sv,      "("sv,      ")"sv,      "["sv,      "]"sv,
                                "^"sv,      "."sv,      "\u2020"sv, "\u2021"sv, "\u00A7"sv,
                                "\u00B6"sv, "\u2013"sv, "\u21A9"sv, "\u2191"sv, "\u00A0"sv,
                                "\u2217"sv, "\uFE0E"sv};
  bool any = !text.empty();
  while (any && !text.empty()) {
    if (is_digit(text[0])) text.remove_prefix(1);
    else
      any = std::any_of(signs.begin(), signs.end(),
                        [&](std::string_view sign) { return takes(text, sign); });
  }
  return any;
}

bool is_bracketed(std::string_view text) {
  return text.size() > 2 && ((text.front() == '[' && text.back() == ']') ||
                             (text.front() == '(' && text.back() == ')'));
}

/// A letter or a small Roman number.
bool is_short_sign(std::string_view text) {
  if (text.size() == 1) return is_letter(text[0]);
  return !text.empty() && text.size() <= 4 &&
         text.find_first_not_of("ivx") == std::string_view::npos;
}

/// The letters that `text` ends with.
std::string_view last_letters(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin);
}

/// Endnotes are numbered i, ii, iii, and notes of tables lettered, where no ordinal (1a, M e) and
/// no quantity could be meant.
bool is_letter_mark(std::string_view text, std::string_view before) {
  const std::size_t length = last_letters(before).size();
  const bool punctuated = !before.empty() && (before.back() == '.' || before.back() == ',' ||
                                              before.back() == ')' || before.back() == ';');
  const bool roman = text.size() <= 6 && text.find_first_not_of("ivx") == std::string_view::npos;
  if (roman) return length >= 2 || punctuated;
  return text.size() == 1 && std::string_view("abcdfgh").find(text[0]) != std::string_view::npos &&
         (length >= 3 || punctuated);
}

bool is_trade_sign(std::string_view text) {
  return text == "TM" || text == "SM" || text == "\u00AE" || text == "\u2122" || text == "\u00A9";
}

/// Units of length, and single letters that stand for a quantity.
bool takes_exponent(std::string_view before) {
  constexpr std::array units = {"km"sv, "cm"sv, "mm"sv, "dm"sv, "nm"sv,      "ft"sv,
                                "mi"sv, "yd"sv, "hm"sv, "m"sv,  "s"sv,       "x"sv,
                                "y"sv,  "n"sv,  "r"sv,  "c"sv,  "\u03BCm"sv, "\u00B5m"sv};
  const std::string_view word = last_letters(before);
  return std::find(units.begin(), units.end(), word) != units.end();
}

bool is_power_of_ten(std::string_view before) {
  return before.size() >= 2 && before.substr(before.size() - 2) == "10" &&
         (before.size() == 2 || !is_digit(before[before.size() - 3]));
}

std::string_view text_behind(const GumboNode& element) {
  const GumboNode* parent = element.parent;
  if (parent == nullptr || parent->type != GUMBO_NODE_ELEMENT) return {};
  const GumboVector& siblings = parent->v.element.children;
  const std::size_t next = element.index_within_parent + 1;
  if (next >= siblings.length) return {};
  const auto& node = *static_cast<const GumboNode*>(siblings.data[next]);
  if (node.type == GUMBO_NODE_TEXT) return node.v.text.text;
  if (tag_of(node) == GUMBO_TAG_SUB) return "/";
  return node.type == GUMBO_NODE_WHITESPACE ? " "sv : ""sv;
}

bool is_fraction(std::string_view behind) {
  return behind.substr(0, 1) == "/" || behind.substr(0, 3) == "\u2044";
}

/// A class, role or kind that says: this leads to a note.
bool names_note(std::string_view names) {
  constexpr std::array words = {"footnote"sv, "noteref"sv, "endnote"sv,
                                "fnref"sv,    "fn-ref"sv,  "note-ref"sv};
  const std::string lower = ascii::lower_case(names);
  return lower == "fn" || std::any_of(words.begin(), words.end(), [&](std::string_view word) {
           return lower.find(word) != std::string::npos;
         });
}

bool is_raised_by_style(const GumboNode& element) {
  return style_of(element).find("vertical-align:super") != std::string::npos;
}

/// A place on a page that is named as one of a note: #_ftn1, #fn:2, #cite_note-3.
bool leads_to_note(std::string_view address) {
  constexpr std::array names = {"ftn"sv,  "edn"sv,     "fn"sv,      "note"sv,
                                "cite"sv, "endnote"sv, "footnote"sv};
  const std::size_t hash = address.find('#');
  if (hash == std::string_view::npos) return false;
  std::string_view name = address.substr(hash + 1);
  name.remove_prefix(std::min(name.find_first_not_of('_'), name.size()));
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view one) { return name.substr(0, one.size()) == one; });
}

RaisedElement judge_link(const GumboNode& element, std::string_view text, std::string_view before,
                         bool begins) {
  if (!is_marks_only(text) &&
      !(is_bracketed(text) && is_short_sign(text.substr(1, text.size() - 2))))
    return RaisedElement::words;
  const std::string_view address = attribute(element, "href");
  for (const char* naming : {"class", "role", "epub:type", "rel"})
    if (names_note(attribute(element, naming))) return RaisedElement::mark;
  if (leads_to_note(address)) return RaisedElement::mark;
  if (address.substr(0, 1) != "#") return RaisedElement::words;
  // "paragraph 5", "see [5]" and "(5)" refer, "word5" and a note's own "[5]" do not.
  const bool fused = !before.empty() && before.back() != '(' && before.back() != '-';
  const bool signs = text.find_first_of("0123456789") == std::string_view::npos;
  const bool leads = begins && is_bracketed(text);
  return fused || leads || signs ? RaisedElement::mark : RaisedElement::words;
}

RaisedElement judge_sup(std::string_view text, bool linked, std::string_view before, bool begins,
                        std::string_view behind) {
  if (is_trade_sign(text)) return RaisedElement::mark;
  if (text.front() == '[' && text.back() == ']') return RaisedElement::mark;
  if (is_letter_mark(text, before) || marks_note(text, before)) return RaisedElement::mark;
  if (begins && is_short_sign(text)) return RaisedElement::mark;
  if (linked && (is_marks_only(text) || is_short_sign(text))) return RaisedElement::mark;
  std::string_view digits = text;
  const bool negative = takes(digits, "-") || takes(digits, "\u2212") || takes(digits, "\u2013");
  const bool figures = !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit);
  if (figures && is_fraction(behind)) return RaisedElement::fraction;
  if (figures && is_power_of_ten(before)) return RaisedElement::power;
  if (figures && (negative || digits.size() == 1) && takes_exponent(before))
    return RaisedElement::words;
  if (!is_marks_only(text)) return RaisedElement::words;
  // An isotope's number stands before its letter.
  const bool leads =
      before.empty() && !begins && figures && !behind.empty() && is_letter(behind[0]);
  return leads ? RaisedElement::words : RaisedElement::mark;
}

}  // namespace

RaisedElement raised(const GumboNode& element, const Summary& summary, std::string_view before,
                     bool begins) {
  const bool sup = tag_of(element) == GUMBO_TAG_SUP || is_raised_by_style(element);
  if (summary.text == 0 || summary.text > long_mark || summary.nodes > max_nodes)
    return RaisedElement::words;
  if (!sup && (summary.text > 8 || summary.links > 1 || summary.raised > 0))
    return RaisedElement::words;
  if (!sup && !has_attribute(element, "href") && !has_attribute(element, "class"))
    return RaisedElement::words;
  const std::string text = folded(text_below(element));
  if (text.empty()) return RaisedElement::words;
  if (!sup) return judge_link(element, text, before, begins);
  return judge_sup(text, summary.links > 0, before, begins, text_behind(element));
}

bool is_edit_link(const GumboNode& element, const Summary& summary) {
  if (summary.text > long_mark || summary.links == 0 || summary.nodes > max_nodes) return false;
  const std::string text = folded(text_below(element));
  return is_bracketed(text) && text.front() == '[';
}

}  // namespace attache::reader
