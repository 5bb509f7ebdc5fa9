// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_metadata.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "seed/read/date.h"
#include "seed/read/authors.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/html_title.h"
#include "seed/read/reader/html_tree.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::lower_case;

/// Whether an element speaks of another text than the page's.
bool is_foreign(const GumboNode& node, const PageParts& parts) {
  return (is_set_apart(node) || tag_of(node) == GUMBO_TAG_ARTICLE) && parts.core.count(&node) == 0;
}

bool names_author(const std::string& key) {
  constexpr std::array keys = {"author",          "article:author",         "citation_author",
                               "dc.creator",      "dcterms.creator",        "parsely-author",
                               "sailthru.author", "dc.creator.personalname"};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The first value of each name; <meta>, <link rel=canonical>, <title> in one table. Of authors,
/// each has an element of its own.
PageEntries collect(const GumboNode& root, const PageParts& parts,
                    std::vector<std::string>& authors) {
  PageEntries entries;
  const auto add = [&](const std::string& key, std::string_view value) {
    const std::string text = key.empty() ? std::string() : folded(value);
    if (!text.empty()) entries.emplace(key, text);
  };
  walk(root, [&](const GumboNode& node) {
    switch (tag_of(node)) {
      case GUMBO_TAG_META:
        if (lower_case(attribute(node, "http-equiv")) == "content-language")
          add("content-language", attribute(node, "content"));
        for (const char* naming : {"name", "property", "itemprop"}) {
          const std::string key = lower_case(attribute(node, naming));
          add(key, attribute(node, "content"));
          if (names_author(key)) authors.emplace_back(attribute(node, "content"));
        }
        break;
      case GUMBO_TAG_LINK:
        if (lower_case(attribute(node, "rel")) == "canonical")
          add("<canonical>", attribute(node, "href"));
        break;
      case GUMBO_TAG_TITLE: add("<title>", text_below(node)); break;
      case GUMBO_TAG_HTML:
        add("<lang>", attribute(node, "lang"));
        add("<lang>", attribute(node, "xml:lang"));
        break;
      default: break;
    }
    return !is_foreign(node, parts);
  });
  return entries;
}

std::string first_of(const PageEntries& entries, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (const auto found = entries.find(key); found != entries.end()) return found->second;
  return {};
}

std::string first_date(const PageEntries& entries, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (const auto found = entries.find(key); found != entries.end())
      if (std::string date = iso_date(found->second); !date.empty()) return date;
  return {};
}

/// What people see above the text, what the page says for machines, what stands further down.
std::string html_date(const PageEntries& entries, const PageParts& parts,
                      const Summaries& summaries, const HtmlOutline& outline) {
  std::string date = own_time(parts, summaries, true);
  if (date.empty())
    date = first_date(entries,
                      {"article:published_time", "og:article:published_time", "article:published"});
  if (date.empty()) date = linked_data_date(outline);
  if (date.empty())
    date = first_date(
        entries, {"dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
                  "dc.date.created", "citation_publication_date", "citation_date",
                  "citation_online_date", "datepublished", "date", "pubdate", "publish-date",
                  "publish_date", "publication_date", "parsely-pub-date", "sailthru.date"});
  return date.empty() ? own_time(parts, summaries, false) : date;
}

}  // namespace

Metadata html_metadata(const GumboNode& root, const PageParts& parts, const Summaries& summaries,
                       const HtmlOutline& outline) {
  std::vector<std::string> authors;
  const PageEntries entries = collect(root, parts, authors);
  Metadata metadata;
  metadata.title = html_title(entries, parts, summaries);
  metadata.date = html_date(entries, parts, summaries, outline);
  metadata.language = first_of(
      entries, {"<lang>", "content-language", "dc.language", "dcterms.language", "og:locale"});
  metadata.source = first_of(
      entries, {"<canonical>", "og:url", "og:site_name", "dc.publisher", "dcterms.publisher"});
  for (const std::string& author : authors) add_authors(metadata, author);
  for (const std::string& author : linked_data_authors(outline)) add_authors(metadata, author);
  return metadata;
}

}  // namespace attache::reader
