// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_metadata.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>

#include "seed/read/date.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/html_tree.h"

namespace attache::reader {
namespace {

using Entries = std::map<std::string, std::string>;

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char byte) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  });
  return result;
}

/// The first value of each name; <meta>, <link rel=canonical>, <title> and <time> in one table.
Entries collect(const GumboNode& root) {
  Entries entries;
  const auto add = [&](const std::string& key, std::string_view value) {
    const std::string text = key.empty() ? std::string() : folded(value);
    if (!text.empty()) entries.emplace(key, text);
  };
  walk(root, [&](const GumboNode& node) {
    switch (tag_of(node)) {
      case GUMBO_TAG_META:
        for (const char* naming : {"name", "property", "itemprop"})
          add(lower_case(attribute(node, naming)), attribute(node, "content"));
        break;
      case GUMBO_TAG_LINK:
        if (lower_case(attribute(node, "rel")) == "canonical")
          add("<canonical>", attribute(node, "href"));
        break;
      case GUMBO_TAG_TIME: add("<time>", attribute(node, "datetime")); break;
      case GUMBO_TAG_TITLE: add("<title>", text_below(node)); break;
      case GUMBO_TAG_HTML: add("<lang>", attribute(node, "lang")); break;
      default: break;
    }
    return true;
  });
  return entries;
}

std::string first_of(const Entries& entries, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (const auto found = entries.find(key); found != entries.end()) return found->second;
  return {};
}

std::string first_date(const Entries& entries) {
  for (const char* key :
       {"article:published_time", "dc.date", "dcterms.date", "dcterms.created", "dcterms.issued",
        "dc.date.issued", "citation_publication_date", "citation_date", "datepublished", "date",
        "pubdate", "publish-date", "<time>"})
    if (const auto found = entries.find(key); found != entries.end())
      if (std::string date = iso_date(found->second); !date.empty()) return date;
  return {};
}

}  // namespace

Metadata html_metadata(const GumboNode& root) {
  const Entries entries = collect(root);
  Metadata metadata;
  metadata.title =
      first_of(entries, {"og:title", "citation_title", "dc.title", "dcterms.title", "<title>"});
  metadata.date = first_date(entries);
  metadata.language = first_of(entries, {"<lang>", "dc.language", "og:locale"});
  metadata.source = first_of(
      entries, {"<canonical>", "og:url", "og:site_name", "author", "dc.creator", "dc.publisher"});
  return metadata;
}

}  // namespace attache::reader
