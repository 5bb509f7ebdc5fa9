// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_open.h"

#include <set>

namespace attache::reader {
namespace {

using Names = std::set<std::string_view>;
constexpr std::size_t npos = static_cast<std::size_t>(-1);

bool in(const Names& names, std::string_view name) { return names.count(name) > 0; }

/// HTML's "special" elements: the end tag of an ordinary element does not reach past them.
bool is_special(std::string_view name) {
  static const Names names = {
      "address",  "applet",     "article", "aside",   "blockquote", "button",  "caption",
      "center",   "dd",         "details", "dir",     "div",        "dl",      "dt",
      "fieldset", "figcaption", "figure",  "footer",  "form",       "h1",      "h2",
      "h3",       "h4",         "h5",      "h6",      "header",     "hgroup",  "iframe",
      "li",       "listing",    "main",    "marquee", "menu",       "nav",     "noscript",
      "object",   "ol",         "p",       "pre",     "section",    "summary", "table",
      "tbody",    "td",         "tfoot",   "th",      "thead",      "tr",      "ul",
      "textarea", "title"};
  return in(names, name);
}

/// Elements whose start tag ends a paragraph, and whose end tag may stand for those inside.
bool is_block(std::string_view name) {
  static const Names names = {
      "address", "article", "aside",   "blockquote", "center",     "details", "dir",    "div",
      "dl",      "dd",      "dt",      "fieldset",   "figcaption", "figure",  "footer", "form",
      "h1",      "h2",      "h3",      "h4",         "h5",         "h6",      "header", "hgroup",
      "hr",      "li",      "listing", "main",       "menu",       "nav",     "ol",     "p",
      "pre",     "section", "summary", "ul"};
  return in(names, name);
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_scope(std::string_view name) {
  static const Names names = {"applet", "caption", "table", "td", "th", "marquee", "object"};
  return in(names, name);
}

bool is_table_part(std::string_view name) {
  static const Names names = {"caption", "tbody", "thead", "tfoot", "tr", "td", "th"};
  return in(names, name);
}

}  // namespace

std::size_t OpenElements::count(std::string_view name) const {
  const auto found = counts_.find(std::string(name));
  return found == counts_.end() ? 0 : found->second;
}

template <class Fits, class Barrier>
std::size_t OpenElements::find(const Fits& fits, const Barrier& barrier) const {
  for (std::size_t at = open_.size(); at-- > 0;) {
    if (fits(open_[at])) return at;
    if (barrier(open_[at])) return npos;
  }
  return npos;
}

void OpenElements::cut(std::size_t size) {
  while (open_.size() > size) {
    --counts_[open_.back()];
    open_.pop_back();
  }
}

void OpenElements::open(const std::string& name) {
  open_.push_back(name);
  ++counts_[name];
}

bool OpenElements::close_paragraph() {
  if (count("p") == 0) return false;
  const std::size_t at =
      find([](std::string_view open) { return open == "p"; },
           [](std::string_view open) { return is_scope(open) || open == "button"; });
  if (at != npos) cut(at);
  return at != npos;
}

/// A list item ends the one before it, if no other element of weight stands between.
void OpenElements::close_item(std::string_view first, std::string_view second) {
  if (count(first) + count(second) == 0) return;
  const std::size_t at =
      find([&](std::string_view open) { return open == first || open == second; },
           [](std::string_view open) {
             return is_special(open) && open != "address" && open != "div" && open != "p";
           });
  if (at != npos) cut(at);
}

/// A part of a table closes its like; without a table around it it is passed over.
bool OpenElements::begin_in_table(std::string_view name) {
  if (count("table") == 0) return false;
  const bool cell = name == "td" || name == "th";
  const std::size_t at = find(
      [&](std::string_view open) {
        if (open == "table") return true;
        const bool section = open == "tbody" || open == "thead" || open == "tfoot";
        return (cell && open == "tr") || (name == "tr" && section);
      },
      [](std::string_view) { return false; });
  cut(at + 1);
  return true;
}

bool OpenElements::admits(std::string_view name) {
  if (name == "form" && count("form") > 0) return false;
  if (is_table_part(name)) return begin_in_table(name);
  if (name == "table" && !open_.empty()) {
    // Directly inside a table, and not in one of its cells, a table ends the one around it.
    const std::string& top = open_.back();
    if (is_table_part(top) && top != "td" && top != "th" && top != "caption") close("table");
    else if (top == "table") cut(open_.size() - 1);
  }
  if (name == "li") close_item("li", "li");
  if (name == "dd" || name == "dt") close_item("dd", "dt");
  if (name == "button" && count("button") > 0) close("button");
  if (is_block(name)) close_paragraph();
  if (is_heading(name) && !open_.empty() && is_heading(open_.back())) cut(open_.size() - 1);
  return true;
}

bool OpenElements::close(std::string_view name) {
  if (name == "p") return close_paragraph();
  if (!is_heading(name) && count(name) == 0) return false;
  const bool table = name == "table" || is_table_part(name);
  const bool block = is_block(name) || is_scope(name) || name == "button";
  const std::size_t at = find(
      [&](std::string_view open) { return open == name || (is_heading(name) && is_heading(open)); },
      [&](std::string_view open) {
        if (table) return open == "table";
        if (name == "li" && (open == "ul" || open == "ol")) return true;
        return block ? is_scope(open) : is_special(open);
      });
  if (at == npos) return false;
  if (name != "form") {
    cut(at);
    return true;
  }
  --counts_["form"];  // what a form's end finds open inside stays open
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at));
  return true;
}

}  // namespace attache::reader
