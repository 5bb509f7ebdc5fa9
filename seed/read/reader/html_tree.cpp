// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace attache::reader {
namespace {

using namespace std::string_view_literals;

bool is_machinery(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_MENU: return true;
    default: return false;
  }
}

bool has_furniture_role(std::string_view role) {
  constexpr std::array roles = {"navigation"sv, "banner"sv, "contentinfo"sv, "complementary"sv,
                                "search"sv,     "dialog"sv, "alertdialog"sv, "menu"sv,
                                "menubar"sv,    "toolbar"sv};
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// Words that class and id give to page furniture, compared whole: `cookie-bar` has `cookie`,
/// `recooking` has not.
bool is_furniture_word(std::string_view word) {
  constexpr std::array words = {
      "cookie"sv,     "cookies"sv, "consent"sv,    "gdpr"sv,        "nav"sv,       "navbar"sv,
      "navigation"sv, "menu"sv,    "breadcrumb"sv, "breadcrumbs"sv, "sidebar"sv,   "footer"sv,
      "share"sv,      "sharing"sv, "social"sv,     "newsletter"sv,  "subscribe"sv, "pagination"sv,
      "pager"sv,      "skip"sv,    "related"sv,    "comments"sv,    "advert"sv,    "ads"sv,
      "popup"sv,      "modal"sv,   "masthead"sv,   "toolbar"sv,     "search"sv,    "noprint"sv,
      "banner"sv,     "toc"sv};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool names_furniture(std::string_view names) {
  std::string word;
  bool found = false;
  for (std::size_t at = 0; at <= names.size() && !found; ++at) {
    const char byte = at < names.size() ? names[at] : ' ';
    if (std::isalnum(static_cast<unsigned char>(byte)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    } else {
      found = is_furniture_word(word);
      word.clear();
    }
  }
  return found;
}

/// A box that only its name accuses may still hold the page: not if it has the title, the article,
/// or much prose.
bool holds_prose(const Summary& box) { return box.titled || box.prose > 1500; }

bool is_hidden(const GumboNode& element) {
  if (has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true") return true;
  std::string style(attribute(element, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_structural(GumboTag tag) {
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN ||
         tag == GUMBO_TAG_ARTICLE;
}

}  // namespace

GumboTag tag_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

bool has_attribute(const GumboNode& node, const char* name) {
  return node.type == GUMBO_NODE_ELEMENT &&
         gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

Children children(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return {&node.v.document.children};
  return {node.type == GUMBO_NODE_ELEMENT ? &node.v.element.children : nullptr};
}

std::string text_below(const GumboNode& node) {
  std::string text;
  walk(node, [&](const GumboNode& below) {
    if (below.type == GUMBO_NODE_TEXT || below.type == GUMBO_NODE_WHITESPACE)
      text += below.v.text.text;
    return !is_unseen(tag_of(below)) || &below == &node;
  });
  return text;
}

std::size_t text_length(const GumboNode& node) {
  const std::string text = text_below(node);
  return text.size() -
         static_cast<std::size_t>(std::count_if(
             text.begin(), text.end(), [](char byte) { return byte <= ' ' && byte >= 0; }));
}

const GumboNode* first_below(const GumboNode& node, GumboTag tag) {
  const GumboNode* found = nullptr;
  walk(node, [&](const GumboNode& below) {
    if (found == nullptr && tag_of(below) == tag) found = &below;
    return found == nullptr;
  });
  return found;
}

bool is_unseen(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO: return true;
    default: return false;
  }
}

void walk(const GumboNode& node, const std::function<bool(const GumboNode&)>& visit) {
  std::vector<const GumboNode*> waiting{&node};
  while (!waiting.empty()) {
    const GumboNode& next = *waiting.back();
    waiting.pop_back();
    if (!visit(next)) continue;
    const Children below = children(next);
    for (const GumboNode** child = below.end(); child != below.begin();)
      waiting.push_back(*--child);
  }
}

bool is_furniture(const GumboNode& element, const Summaries& summaries, bool in_article) {
  const GumboTag tag = tag_of(element);
  if (is_unseen(tag) || is_hidden(element)) return true;
  if (is_structural(tag)) return false;
  if (is_machinery(tag))
    return tag != GUMBO_TAG_FORM ||
           !holds_prose(summaries.of(element));  // some pages are one large form
  if (tag == GUMBO_TAG_HEADER && !in_article) return true;
  if (has_furniture_role(attribute(element, "role"))) return true;
  const bool named =
      names_furniture(attribute(element, "class")) || names_furniture(attribute(element, "id"));
  return named && !holds_prose(summaries.of(element));
}

const GumboNode* main_element(const GumboNode& root) {
  const GumboNode* body = first_below(root, GUMBO_TAG_BODY);
  if (body == nullptr) return &root;
  const GumboNode* main = first_below(*body, GUMBO_TAG_MAIN);
  std::vector<const GumboNode*> articles;
  walk(*body, [&](const GumboNode& node) {
    if (main == nullptr && attribute(node, "role") == "main") main = &node;
    if (tag_of(node) == GUMBO_TAG_ARTICLE) articles.push_back(&node);
    return tag_of(node) != GUMBO_TAG_ARTICLE;
  });
  if (main == nullptr && articles.size() == 1) main = articles.front();
  // Pages that mark a teaser or nothing at all as their main part are read whole.
  return main != nullptr && text_length(*main) * 5 >= text_length(*body) ? main : body;
}

}  // namespace attache::reader
