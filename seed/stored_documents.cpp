// SPDX-License-Identifier: MIT
#include "seed/stored_documents.h"

#include <map>
#include <string_view>
#include <unordered_set>

#include "schema/knowledge_base.h"
#include "schema/slug.h"

namespace attache {
namespace {

using Entries = std::vector<MetadataEntry>;

/// What is given now and was only found before is to be stored as given.
bool fits(const std::string& given, const std::string& stored, const std::string& stored_from) {
  const bool found =
      stored_from == from::metadata || stored_from == from::text || stored_from == from::file;
  return given.empty() || (given == stored && !found);
}

/// Whether each entry that is given is stored, those of one key in the same order.
bool fits(const Entries& given, const Entries& stored, bool whole) {
  if (whole) return given == stored;
  std::unordered_set<std::string_view> keys;
  for (const MetadataEntry& entry : given) keys.insert(entry.key);
  std::map<std::string_view, std::vector<std::string_view>> wanted, found;
  for (const MetadataEntry& entry : given) wanted[entry.key].push_back(entry.value);
  for (const MetadataEntry& entry : stored)
    if (keys.contains(entry.key)) found[entry.key].push_back(entry.value);
  return wanted == found;
}

Entries entries_of(std::vector<MetadataRecord> records) {
  Entries entries;
  for (MetadataRecord& record : records)
    entries.push_back({std::move(record.key), std::move(record.value)});
  return entries;
}

}  // namespace

StoredDocuments::StoredDocuments(const KnowledgeBase& base, const Engine& engine) {
  for (StoredDocument& d : base.documents()) {
    if (d.path.empty() || d.lexicon_version != engine.lexicon_version() ||
        d.engine_version != engine_version())
      continue;
    Entry& entry = by_path_[std::move(d.path)];
    entry.sha256 = std::move(d.sha256);
    entry.slug = std::move(d.slug);
    entry.metadata.title = std::move(d.title);
    entry.metadata.country = std::move(d.country);
    entry.metadata.date = std::move(d.date);
    entry.metadata.language = std::move(d.language);
    entry.metadata.source = std::move(d.source);
    entry.metadata.own = entries_of(std::move(d.metadata));
    entry.from = {std::move(d.title_from), std::move(d.country_from), std::move(d.date_from)};
  }
}

bool StoredDocuments::holds(const SeedSource& source, const std::string& sha256) const {
  const auto found = by_path_.find(source.path);
  if (source.path.empty() || found == by_path_.end() || found->second.sha256 != sha256)
    return false;
  const Metadata& stored = found->second.metadata;
  const Metadata& given = source.given;
  const Provenance& from = found->second.from;
  return fits(given.title, stored.title, from.title) &&
         fits(given.country, stored.country, from.country) &&
         fits(given.date, stored.date, from.date) && fits(given.language, stored.language, {}) &&
         fits(given.source, stored.source, {}) && fits(given.own, stored.own, source.whole) &&
         (source.slug.empty() || found->second.slug.starts_with(reference_slug(source.slug)));
}

}  // namespace attache
