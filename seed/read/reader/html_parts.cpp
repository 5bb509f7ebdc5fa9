// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_parts.h"

#include <string_view>
#include <vector>

#include "seed/read/reader/html_tree.h"

namespace attache::reader {
namespace {

/// What a part's weight is measured by: sentences, or on a page without any words that are no link.
std::size_t weight(const Summary& part, const Summary& page) {
  return page.prose > 0 ? part.prose : part.text - part.linked;
}

bool is_main(const GumboNode& node) {
  return tag_of(node) == GUMBO_TAG_MAIN || attribute(node, "role") == "main";
}

bool is_passed_over(const GumboNode& node) {
  return is_unseen(tag_of(node)) || is_hidden(node) || is_set_apart(node);
}

const GumboNode* marked_region(const GumboNode& body) {
  const GumboNode* main = nullptr;
  std::vector<const GumboNode*> articles;
  walk(body, [&](const GumboNode& node) {
    if (is_passed_over(node)) return false;
    if (main == nullptr && is_main(node)) main = &node;
    if (tag_of(node) == GUMBO_TAG_ARTICLE) articles.push_back(&node);
    return tag_of(node) != GUMBO_TAG_ARTICLE;
  });
  if (main != nullptr) return main;
  return articles.size() == 1 ? articles.front() : nullptr;
}

const GumboNode* heaviest_box(const GumboNode& body, const Summaries& summaries) {
  const Summary& page = summaries.of(body);
  const GumboNode* box = &body;
  while (page.prose > 0) {
    const GumboNode* inner = nullptr;
    for (const GumboNode* child : children(*box)) {
      const GumboTag tag = tag_of(*child);
      const bool leaf = summaries.of(*child).sentences;
      if (child->type == GUMBO_NODE_ELEMENT && !leaf && !is_passed_over(*child) &&
          tag != GUMBO_TAG_HEADER && summaries.of(*child).prose * 10 >= page.prose * 7)
        inner = child;
    }
    if (inner == nullptr) break;
    box = inner;
  }
  return box;
}

/// An address without a page of its own: "/", "https://mfa.example", "/en/", "index.html".
bool is_front_page(std::string_view address) {
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    const std::size_t path = address.find('/', scheme + 3);
    address = path == std::string_view::npos ? "/" : address.substr(path);
  }
  while (address.starts_with('/') || address.starts_with('.')) address.remove_prefix(1);
  address = address.substr(0, address.find_first_of("?#"));
  if (address.ends_with('/')) address.remove_suffix(1);
  const bool language = address.size() == 2 || (address.size() == 5 && address[2] == '-');
  return address.empty() || language || address.starts_with("index.") || address == "home" ||
         address.starts_with("home.") || address.starts_with("default.");
}

/// All its words lead to the site's front page: they are the site's name.
bool is_logo(const GumboNode& heading, const Summaries& summaries) {
  const GumboNode* link = nullptr;
  for (const GumboNode* outer = heading.parent; outer != nullptr; outer = outer->parent)
    if (has_attribute(*outer, "href")) link = outer;
  walk(heading, [&](const GumboNode& node) {
    if (link == nullptr && has_attribute(node, "href")) link = &node;
    return link == nullptr;
  });
  if (link == nullptr) return false;
  return summaries.of(*link).text >= summaries.of(heading).text &&
         is_front_page(attribute(*link, "href"));
}

const GumboNode* first_heading(const GumboNode& part, const Summaries& summaries, GumboTag level) {
  const GumboNode* found = nullptr;
  walk(part, [&](const GumboNode& node) {
    if (found != nullptr || is_passed_over(node)) return false;
    if (tag_of(node) == level && summaries.of(node).text > 0 && !is_logo(node, summaries))
      found = &node;
    return found == nullptr;
  });
  return found;
}

const GumboNode* title_of(const PageParts& parts, const Summaries& summaries) {
  const GumboNode* title = nullptr;
  if (parts.marked) title = first_heading(*parts.region, summaries, GUMBO_TAG_H1);
  if (title == nullptr) title = first_heading(*parts.body, summaries, GUMBO_TAG_H1);
  return title != nullptr ? title : first_heading(*parts.body, summaries, GUMBO_TAG_H2);
}

void add_with_ancestors(std::unordered_set<const GumboNode*>& set, const GumboNode* node) {
  for (; node != nullptr && set.insert(node).second;) node = node->parent;
}

/// Where the text begins and ends among the region's elements: one more than the place of the
/// title, or of the first sentence where most come before the title, and of the last sentence.
struct Margins {
  std::size_t first = 0, last = 0;  ///< 0: none
};

Margins margins_of(const std::vector<const GumboNode*>& nodes, const GumboNode* title,
                   const Summaries& summaries) {
  Margins margins;
  std::size_t titled = 0, sentences = 0, before_title = 0;
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    if (nodes[at] == title) {
      titled = at + 1;
      before_title = sentences;
    }
    if (!summaries.of(*nodes[at]).sentences) continue;
    ++sentences;
    margins.last = at + 1;
    if (margins.first == 0) margins.first = at + 1;
  }
  if (titled > 0 && before_title * 2 <= sentences) margins.first = titled;
  return margins;
}

/// Sorts the region's elements by where they stand to its text.
void find_margins(PageParts& parts, const Summaries& summaries) {
  std::vector<const GumboNode*> nodes;
  walk(*parts.region, [&](const GumboNode& node) {
    if (is_passed_over(node)) return false;
    nodes.push_back(&node);
    return true;
  });
  const auto [first, last] = margins_of(nodes, parts.title, summaries);
  parts.inside.insert(nodes.begin(), nodes.end());
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    if (at + 1 < first) parts.before.insert(nodes[at]);
    if (last > 0 && at + 1 > last) parts.after.insert(nodes[at]);
  }
}

/// What stands behind a title that is not in the region, and before the region.
void find_between(PageParts& parts) {
  if (parts.title == nullptr || parts.inside.count(parts.title) > 0) return;
  std::vector<const GumboNode*> nodes;
  bool behind_title = false, at_region = false;
  walk(*parts.body, [&](const GumboNode& node) {
    at_region = at_region || &node == parts.region;
    if (at_region || is_passed_over(node)) return false;
    if (behind_title) nodes.push_back(&node);
    behind_title = behind_title || &node == parts.title;
    return true;
  });
  if (at_region) parts.between.insert(nodes.begin(), nodes.end());
}

}  // namespace

bool is_set_apart(const GumboNode& element) {
  const GumboTag tag = tag_of(element);
  if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER) return true;
  const std::string_view role = attribute(element, "role");
  return role == "navigation" || role == "complementary" || role == "contentinfo";
}

PageParts parts_of(const GumboNode& root, const Summaries& summaries) {
  PageParts parts;
  parts.body = first_below(root, GUMBO_TAG_BODY);
  if (parts.body == nullptr) parts.body = &root;
  const Summary& page = summaries.of(*parts.body);
  parts.region = marked_region(*parts.body);
  parts.marked = parts.region != nullptr &&
                 weight(summaries.of(*parts.region), page) * 2 >= weight(page, page);
  if (!parts.marked) parts.region = heaviest_box(*parts.body, summaries);
  parts.title = title_of(parts, summaries);
  add_with_ancestors(parts.core, parts.region);
  if (parts.title != nullptr) add_with_ancestors(parts.core, parts.title);
  add_with_ancestors(parts.around, parts.region->parent);
  find_margins(parts, summaries);
  find_between(parts);
  return parts;
}

}  // namespace attache::reader
