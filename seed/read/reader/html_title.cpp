// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_title.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/html_notes.h"
#include "seed/read/reader/html_tree.h"
#include "seed/read/title.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::lower_case;

using namespace std::string_view_literals;

constexpr std::array separators = {" | "sv,  " - "sv,      " \u2013 "sv, " \u2014 "sv,
                                   " :: "sv, " \u00BB "sv, " \u00B7 "sv, " \u2022 "sv};

bool contains(const std::string& text, const std::string& part) {
  return !part.empty() && lower_case(text).find(lower_case(part)) != std::string::npos;
}

std::string entry(const PageEntries& entries, const char* key) {
  const auto found = entries.find(key);
  if (found == entries.end()) return {};
  std::string text = without_markup(found->second);
  return title_of(text).empty() ? std::string() : text;
}

/// A heading's words without note marks and [edit].
std::string heading_text(const GumboNode* heading, const Summaries& summaries) {
  if (heading == nullptr) return {};
  BlockWriter words;
  walk(*heading, [&](const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE)
      words.words(node.v.text.text);
    if (node.type != GUMBO_NODE_ELEMENT) return true;
    if (is_block(tag) || tag == GUMBO_TAG_BR) words.space();
    const Summary& summary = summaries.of(node);
    const bool edits = tag == GUMBO_TAG_SPAN && is_edit_link(node, summary);
    const bool noted = (tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SPAN) &&
                       raised(node, summary, words.before(), words.begins()) == RaisedElement::mark;
    return !edits && !noted && !is_unseen(tag) && !is_hidden(node);
  });
  return without_markup(words.finish());
}

/// `title` without the site's name before or behind it; empty where nothing else is there.
std::string without_site(const std::string& title, const std::string& site) {
  if (lower_case(title) == lower_case(site)) return {};
  for (const std::string_view separator : separators) {
    if (site.empty()) break;
    const std::string behind = std::string(separator) + site,
                      before = site + std::string(separator);
    const std::string lower = lower_case(title);
    if (lower.size() > behind.size() && lower.ends_with(lower_case(behind)))
      return title.substr(0, title.size() - behind.size());
    if (lower.size() > before.size() && lower.starts_with(lower_case(before)))
      return title.substr(before.size());
  }
  return title;
}

/// What stands before the last bar is the page's, and behind it the site's.
std::string before_bar(const std::string& title) {
  const std::size_t bar = title.rfind(" | ");
  return bar == std::string::npos || bar < 4 ? title : title.substr(0, bar);
}

std::string site_of(const PageEntries& entries) {
  for (const char* key : {"og:site_name", "application-name", "dc.publisher", "dcterms.publisher"})
    if (const auto found = entries.find(key); found != entries.end())
      return without_markup(found->second);
  return {};
}

std::size_t words_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// A few words that <title> and og:title share beside a longer heading are the site's name.
bool names_site(const std::string& shared, const std::string& bare, const std::string& heading) {
  constexpr std::size_t longest_name = 3;
  return lower_case(shared) == lower_case(bare) && words_in(shared) <= longest_name &&
         words_in(heading) > words_in(shared);
}

bool is_inside(const GumboNode* node, const GumboNode* part) {
  while (node != nullptr && node != part) node = node->parent;
  return node != nullptr;
}

}  // namespace

std::string html_title(const PageEntries& entries, const PageParts& parts,
                       const Summaries& summaries) {
  const std::string site = site_of(entries);
  std::string cited = entry(entries, "citation_title");
  if (!cited.empty()) return cited;
  const std::string heading = heading_text(parts.title, summaries);
  const bool first_level = parts.title != nullptr && tag_of(*parts.title) == GUMBO_TAG_H1;
  const std::string shared = without_site(entry(entries, "og:title"), site);
  const std::string bare = without_site(entry(entries, "<title>"), site);
  // A heading that stands in <title> beside og:title is the site's name.
  const bool same = contains(shared, heading) || contains(heading, shared) ||
                    (contains(bare, heading) && !contains(bare, shared));
  const bool own = first_level && is_inside(parts.title, parts.region);
  const bool unsaid = shared.empty() || names_site(shared, bare, heading);
  if (!heading.empty() && first_level && (same || (unsaid && own))) return heading;
  if (!shared.empty()) return before_bar(shared);
  for (const char* key : {"dc.title", "dcterms.title", "twitter:title"})
    if (const std::string text = without_site(entry(entries, key), site); !text.empty())
      return text;
  // The first words of what the page marks as its text are its heading, of whatever level.
  const bool leads = parts.marked && is_inside(parts.title, parts.region);
  const bool is_not_site = site.empty() || lower_case(heading) != lower_case(site);
  if (!heading.empty() && is_not_site &&
      (first_level || leads || bare.empty() || contains(bare, heading)))
    return heading;
  return bare.empty() ? heading : before_bar(bare);
}

}  // namespace attache::reader
