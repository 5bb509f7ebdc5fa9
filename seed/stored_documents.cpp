// SPDX-License-Identifier: MIT
#include "seed/stored_documents.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "schema/knowledge_base.h"
#include "schema/slug.h"
#include "seed/identity.h"

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

bool was_given(std::string_view where) {
  return where == from::option || where == from::manifest || where == from::name;
}

void keep(std::string& value, std::string& where, const std::string& stored,
          const std::string& stored_from) {
  if (!value.empty() || !was_given(stored_from)) return;
  value = stored;
  where = stored_from;
}

/// The same of what was stored before it was kept from where it is.
void keep_unknown(std::string& value, std::string& where, const std::string& stored,
                  const std::string& stored_from) {
  if (stored_from.empty() && value.empty()) value = stored;
  else keep(value, where, stored, stored_from);
}

/// Whether one date is not just the other with less of it known.
bool is_another(const std::string& date, const std::string& other) {
  return !date.starts_with(other) && !other.starts_with(date);
}

/// By date, then as they were stored.
bool is_older(const StoredEntry* one, const StoredEntry* other) {
  const auto key = [](const StoredEntry* e) { return std::tie(e->metadata.date, e->document_id); };
  return key(one) < key(other);
}

/// The newest version for which `fits` holds, or nullptr.
template <typename Fits>
const StoredEntry* newest(const std::vector<const StoredEntry*>& versions, const Fits& fits) {
  const StoredEntry* found = nullptr;
  for (const StoredEntry* entry : versions)
    if (fits(*entry) && (found == nullptr || is_older(found, entry))) found = entry;
  return found;
}

StoredEntry entry_of(StoredDocument d, const Engine& engine) {
  StoredEntry entry;
  entry.document_id = d.document_id;
  entry.current =
      d.lexicon_version == engine.lexicon_version() && d.engine_version == engine_version();
  entry.piped = d.path.empty();
  entry.identity = std::move(d.identity);
  entry.version_of = std::move(d.version_of);
  entry.sha256 = std::move(d.sha256);
  entry.slug = std::move(d.slug);
  entry.metadata.title = std::move(d.title);
  entry.metadata.country = std::move(d.country);
  entry.metadata.date = std::move(d.date);
  entry.metadata.language = std::move(d.language);
  entry.metadata.source = std::move(d.source);
  entry.metadata.own = entries_of(std::move(d.metadata));
  entry.from = {std::move(d.title_from), std::move(d.country_from), std::move(d.date_from),
                std::move(d.language_from), std::move(d.source_from)};
  return entry;
}

StoredPlace place_at(const StoredEntry& stored) {
  return {stored.identity, stored.version_of, stored.slug, &stored, &stored};
}

}  // namespace

StoredDocuments::StoredDocuments(const KnowledgeBase& base, const Engine& engine) {
  for (StoredDocument& document : base.documents())
    entries_.push_back(entry_of(std::move(document), engine));
  for (const StoredEntry& entry : entries_) {
    versions_[entry.version_of.empty() ? entry.identity : entry.version_of].push_back(&entry);
    by_slug_[entry.slug] = &entry;
  }
}

/// A slug that the user gives to what comes through a pipe names the piped document that has it.
std::string StoredDocuments::known_by(const SeedSource& source, const std::string& sha256) const {
  const std::string own = !source.identity.empty() ? source.identity
                          : source.slug_given      ? slug_identity(reference_slug(source.slug))
                                                   : piped_identity(source, sha256);
  if (!source.slug_given || (source.piped && !source.part.empty())) return own;
  const std::string slug = reference_slug(source.slug);
  const auto named = by_slug_.find(slug);
  if (named == by_slug_.end()) return own;
  const StoredEntry& entry = *named->second;
  const std::string& known = entry.version_of.empty() ? entry.identity : entry.version_of;
  if (known != own && !(source.piped && entry.piped))
    throw ReadError(source.name + ": the slug '" + slug +
                    "' is another document's; give another with --slug");
  return known;
}

StoredPlace StoredDocuments::place(const SeedSource& source, const std::string& sha256,
                                   bool keep_versions) const {
  const std::string common = known_by(source, sha256);
  const auto found = versions_.find(common);
  if (found == versions_.end()) return {common, {}, {}, nullptr, nullptr};
  const Versions& versions = found->second;
  const StoredEntry* const latest = newest(versions, [](const StoredEntry&) { return true; });
  const std::string date = source.from.date == from::option ? source.given.date : std::string();
  if (!date.empty())
    if (const auto* dated =
            newest(versions, [&](const StoredEntry& e) { return e.metadata.date == date; });
        dated != nullptr && !(keep_versions && dated->sha256 != sha256))
      return place_at(*dated);
  // What returns to an older version's words has changed.
  if (latest->sha256 == sha256) return place_at(*latest);
  const bool another = !date.empty() && latest->from.date != from::file &&
                       !latest->metadata.date.empty() && is_another(date, latest->metadata.date);
  return keep_versions || another ? further_version(source, common, versions) : place_at(*latest);
}

StoredPlace StoredDocuments::further_version(const SeedSource& source, const std::string& known_by,
                                             const Versions& versions) const {
  const StoredEntry* const latest = newest(versions, [](const StoredEntry&) { return true; });
  const auto is_taken = [&](const std::string& identity) {
    return std::any_of(versions.begin(), versions.end(),
                       [&](const StoredEntry* entry) { return entry->identity == identity; });
  };
  std::string label = source.from.date == from::option ? source.given.date : std::string();
  for (std::size_t number = versions.size() + 1;
       label.empty() || is_taken(version_identity(known_by, label)); ++number)
    label = std::to_string(number);
  return {version_identity(known_by, label), known_by, version_slug(versions.front()->slug, label),
          nullptr, latest};
}

bool StoredDocuments::holds(const StoredPlace& place, const SeedSource& source,
                            const std::string& sha256) const {
  if (place.stored == nullptr || !place.stored->current || place.stored->sha256 != sha256)
    return false;
  const Metadata& stored = place.stored->metadata;
  const Metadata& given = source.given;
  const Provenance& from = place.stored->from;
  return fits(given.title, stored.title, from.title) &&
         fits(given.country, stored.country, from.country) &&
         fits(given.date, stored.date, from.date) &&
         fits(given.language, stored.language, from.language) &&
         fits(given.source, stored.source, from.source) &&
         fits(given.own, stored.own, source.whole) &&
         (source.slug.empty() || place.slug.starts_with(reference_slug(source.slug)));
}

void keep_given(SeedSource& source, const StoredEntry& stored) {
  Metadata& given = source.given;
  Provenance& from = source.from;
  const Metadata& had = stored.metadata;
  keep(given.title, from.title, had.title, stored.from.title);
  keep(given.country, from.country, had.country, stored.from.country);
  keep(given.date, from.date, had.date, stored.from.date);
  keep_unknown(given.language, from.language, had.language, stored.from.language);
  keep_unknown(given.source, from.source, had.source, stored.from.source);
}

}  // namespace attache
