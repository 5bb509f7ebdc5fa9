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

bool fits(const std::string& given, const std::string& stored) {
  return given.empty() || given == stored;
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
    entry.metadata = {std::move(d.title),  std::move(d.country),
                      std::move(d.date),   std::move(d.language),
                      std::move(d.source), entries_of(std::move(d.metadata))};
  }
}

bool StoredDocuments::holds(const SeedSource& source, const std::string& sha256) const {
  const auto found = by_path_.find(source.path);
  if (source.path.empty() || found == by_path_.end() || found->second.sha256 != sha256)
    return false;
  const Metadata& stored = found->second.metadata;
  const Metadata& given = source.given;
  return fits(given.title, stored.title) && fits(given.country, stored.country) &&
         fits(given.date, stored.date) && fits(given.language, stored.language) &&
         fits(given.source, stored.source) && fits(given.own, stored.own, source.whole) &&
         (source.slug.empty() || found->second.slug.starts_with(reference_slug(source.slug)));
}

}  // namespace attache
