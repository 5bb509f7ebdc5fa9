// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_tree.h"

#include <algorithm>
#include <vector>

#include "seed/text/ascii.h"

namespace attache::reader {

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

/// What stands in an `<object>` is shown where the object is not; words that only offer it to be
/// fetched are none of the page's.
static bool offers_itself(const GumboNode& object) {
  const std::string_view data = attribute(object, "data");
  bool offers = false;
  walk(object, [&](const GumboNode& below) {
    offers = offers || (!data.empty() && attribute(below, "href") == data);
    return !offers && (tag_of(below) != GUMBO_TAG_OBJECT || &below == &object);
  });
  return offers;
}

std::string style_of(const GumboNode& element) {
  std::string style = ascii::lower_case(attribute(element, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style;
}

bool is_hidden(const GumboNode& element) {
  if (element.type != GUMBO_NODE_ELEMENT) return false;
  const GumboTag tag = tag_of(element);  // a whole page is hidden until its scripts have run
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY) return false;
  if (has_attribute(element, "hidden") || (tag == GUMBO_TAG_OBJECT && offers_itself(element)))
    return true;
  const std::string style = style_of(element);
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_heading(GumboTag tag) {
  return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 ||
         tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6;
}

bool is_block(GumboTag tag) {
  if (is_heading(tag)) return true;
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_HR: return true;
    default: return false;
  }
}

}  // namespace attache::reader
