// SPDX-License-Identifier: MIT
#include "seed/read/html_structure.h"

#include "seed/text/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>

namespace attache {
namespace {

using ascii::lower;
using ascii::lower_case;

using namespace std::string_view_literals;

constexpr std::array known = {
    "html"sv,    "head"sv,  "body"sv,    "title"sv,      "meta"sv,       "link"sv,   "style"sv,
    "script"sv,  "p"sv,     "br"sv,      "div"sv,        "span"sv,       "a"sv,      "li"sv,
    "ul"sv,      "ol"sv,    "dl"sv,      "dt"sv,         "dd"sv,         "h1"sv,     "h2"sv,
    "h3"sv,      "h4"sv,    "h5"sv,      "h6"sv,         "td"sv,         "th"sv,     "tr"sv,
    "table"sv,   "tbody"sv, "thead"sv,   "caption"sv,    "b"sv,          "em"sv,     "i"sv,
    "u"sv,       "sup"sv,   "sub"sv,     "strong"sv,     "small"sv,      "center"sv, "font"sv,
    "hr"sv,      "img"sv,   "article"sv, "main"sv,       "section"sv,    "header"sv, "footer"sv,
    "nav"sv,     "aside"sv, "form"sv,    "blockquote"sv, "pre"sv,        "code"sv,   "figure"sv,
    "address"sv, "cite"sv,  "q"sv,       "abbr"sv,       "figcaption"sv, "time"sv,   "details"sv,
    "summary"sv, "base"sv,  "dir"sv,     "menu"sv,       "fieldset"sv,   "legend"sv, "noscript"sv};

/// Elements of which a page is built, other than words set in bold.
constexpr std::array building = {
    "html"sv,   "head"sv,       "body"sv,    "title"sv,   "p"sv,     "div"sv,   "li"sv,
    "ul"sv,     "ol"sv,         "dl"sv,      "dt"sv,      "dd"sv,    "h1"sv,    "h2"sv,
    "h3"sv,     "h4"sv,         "h5"sv,      "h6"sv,      "td"sv,    "th"sv,    "tr"sv,
    "table"sv,  "article"sv,    "main"sv,    "section"sv, "nav"sv,   "aside"sv, "header"sv,
    "footer"sv, "blockquote"sv, "pre"sv,     "center"sv,  "form"sv,  "style"sv, "script"sv,
    "font"sv,   "caption"sv,    "address"sv, "figure"sv,  "legend"sv};

template <class Names>
bool in(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What tags a text has.
struct Tags {
  std::size_t count = 0;    ///< of those that HTML knows
  std::size_t closed = 0;   ///< elements of a page's building with both their tags
  std::size_t opening = 0;  ///< tags of a page's building that begin an element
};

/// Counts the tags of a text in lower case. A tag ends with `>` before the next `<`.
Tags count_tags(std::string_view text) {
  Tags tags;
  std::map<std::string_view, std::size_t> open;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const bool ends = at + 1 < text.size() && text[at + 1] == '/';
    const std::size_t begin = at + (ends ? 2 : 1);
    std::size_t end = begin;
    while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
    const std::string_view name = text.substr(begin, end - begin);
    if (end >= text.size() || " \t\r\n/>"sv.find(text[end]) == std::string_view::npos ||
        !in(known, name))
      continue;
    const std::size_t close = text.find_first_of("<>", end);
    if (close == std::string_view::npos || text[close] == '<') continue;
    ++tags.count;
    if (!in(building, name)) continue;
    if (!ends) {
      ++open[name];
      ++tags.opening;
    } else if (open[name] > 0) {
      --open[name];
      ++tags.closed;
    }
  }
  return tags;
}

}  // namespace

bool is_named_html(std::string_view name) {
  const std::string tail =
      lower_case(name.substr(name.size() - std::min<std::size_t>(name.size(), 6)));
  return tail.ends_with(".html") || tail.ends_with(".htm") || tail.ends_with(".xhtml") ||
         tail.ends_with(".xht");
}

bool is_html(std::string_view head, bool named) {
  const std::string text = lower_case(head);
  if (text.rfind("<!doctype html", 0) == 0 || text.rfind("<html>", 0) == 0 ||
      text.rfind("<html ", 0) == 0 || text.rfind("<html\n", 0) == 0 ||
      text.rfind("<html\r", 0) == 0)
    return true;
  const Tags tags = count_tags(text);
  if (named) return tags.count > 0;
  const bool begins = !text.empty() && text[0] == '<';
  // What only begins with a tag is text; so is prose that speaks of tags, since it closes none.
  if (tags.closed == 0) return begins && tags.opening >= 4;
  if (begins) return tags.count >= 4;
  return tags.count >= 6 + head.size() / 400;
}

}  // namespace attache
