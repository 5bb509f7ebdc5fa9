// SPDX-License-Identifier: MIT
#include "seed/stored_documents.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "schema/knowledge_base.h"
#include "schema/real_path.h"
#include "schema/slug.h"
#include "seed/identity.h"
#include "seed/read/path_text.h"

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

const StoredEntry* latest_of(const std::vector<const StoredEntry*>& versions) {
  return newest(versions, [](const StoredEntry&) { return true; });
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

const std::string& known_of(const StoredEntry& entry) {
  return entry.version_of.empty() ? entry.identity : entry.version_of;
}

bool is_path(const std::string& known_by) { return known_by.starts_with('/'); }

/// Where stored paths lead now; each folder is asked once.
class RealPaths {
 public:
  std::string operator()(const std::string& stored) {
    const std::size_t slash = stored.substr(0, stored.find('!')).rfind('/');
    const std::string folder = stored.substr(0, slash + 1);
    const auto [place, fresh] = folders_.try_emplace(folder);
    if (fresh) place->second = path_text(real_path(path_of_text(folder + ".")));
    return (std::filesystem::path(place->second) / stored.substr(slash + 1)).string();
  }

 private:
  std::unordered_map<std::string, std::string> folders_;
};

/// A date that someone said of this very document.
std::string told_date(const SeedSource& source) {
  const bool told = source.from.date == from::option || source.from.date == from::manifest;
  return told ? source.given.date : std::string();
}

/// Whether the stored value is what this seeding would store.
bool stays(bool forgotten, const std::string& given, const std::string& stored,
           const std::string& stored_from) {
  const bool to_forget = forgotten && given.empty() && was_given(stored_from);
  return !to_forget && fits(given, stored, stored_from);
}

}  // namespace

StoredDocuments::StoredDocuments(const KnowledgeBase& base, const Engine& engine,
                                 const SeedOptions& options)
    : options_(options) {
  for (StoredDocument& document : base.documents())
    entries_.push_back(entry_of(std::move(document), engine));
  RealPaths real;
  for (const StoredEntry& entry : entries_) {
    const std::string& known = known_of(entry);
    versions_[known].push_back(&entry);
    by_slug_[entry.slug] = &entry;
    if (is_path(known)) {
      by_digest_[entry.sha256].push_back(&entry);
      if (std::string leads = real(known); leads != known) linked_[std::move(leads)] = known;
    } else if (entry.from.source == from::option && known.find('!') == std::string::npos &&
               !known.starts_with("record:")) {
      by_source_[entry.metadata.source] = known;
    }
  }
}

/// Of a file its path, also where that led through links when it was stored; of what comes through
/// a pipe what was said of its source, or its content.
std::string StoredDocuments::known_by_source(const SeedSource& source,
                                             const std::string& sha256) const {
  if (!source.identity.empty()) {
    const auto linked = linked_.find(source.identity);
    return linked == linked_.end() || versions_.contains(source.identity) ? source.identity
                                                                          : linked->second;
  }
  const std::string own = piped_identity(source, sha256);
  if (source.from.source != from::option || versions_.contains(own)) return own;
  const auto there = by_source_.find(source.given.source);
  return there == by_source_.end() || !source.part.empty() ? own : there->second;
}

/// A slug that the user gives to what comes through a pipe names the piped document that has it.
std::string StoredDocuments::known_by(const SeedSource& source, const std::string& sha256) const {
  std::string own = known_by_source(source, sha256);
  if (!source.slug_given || (source.piped && !source.part.empty())) return own;
  const std::string slug = reference_slug(source.slug);
  const auto named = by_slug_.find(slug);
  if (named == by_slug_.end()) {
    const bool is_new =
        source.identity.empty() && !(source.from.source == from::option && versions_.contains(own));
    return is_new ? slug_identity(slug) : own;
  }
  const std::string& known = known_of(*named->second);
  const StoredEntry& entry = *named->second;
  if (known != own && !(source.piped && entry.piped))
    throw ReadError(source.name + ": the slug '" + slug +
                    "' is another document's; give another with --slug");
  return known;
}

/// Whether nothing but its content says what it is any more. A path may be an archive's.
bool StoredDocuments::is_free(const StoredEntry& entry, const SeedSource& source) const {
  const std::string& known = known_of(entry);
  const std::string file = known.substr(0, known.find('!'));
  const bool part = file.size() != known.size();
  const bool same_kind = part == (source.identity.find('!') != std::string::npos);
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path_of_text(file), error);
  return same_kind && status.type() == std::filesystem::file_type::not_found;
}

/// One whose file has the same name goes before others of the same bytes.
StoredPlace StoredDocuments::moved_here(const SeedSource& source, const std::string& sha256) const {
  const auto same = by_digest_.find(sha256);
  if (same == by_digest_.end()) return {};
  const auto name_of = [](const std::string& path) {
    return path.substr(path.find_last_of("/!") + 1);
  };
  const std::lock_guard lock(claims_);
  const StoredEntry* found = nullptr;
  for (const StoredEntry* entry : same->second) {
    const Versions& versions = versions_.at(known_of(*entry));
    const bool is_latest = latest_of(versions) == entry;
    if (!is_latest || claimed_.contains(entry) || !is_free(*entry, source)) continue;
    const bool namesake = name_of(known_of(*entry)) == name_of(source.identity);
    if (found == nullptr || namesake) found = entry;
    if (namesake) break;
  }
  if (found == nullptr) return {};
  claimed_.insert(found);
  StoredPlace place = place_at(*found);
  place.moved_from = known_of(*found);
  if (found->version_of.empty()) {
    place.identity = source.identity;
  } else {
    place.version_of = source.identity;
    place.identity.replace(place.identity.size() - place.moved_from.size(), std::string::npos,
                           source.identity);
  }
  return place;
}

StoredPlace StoredDocuments::place(const SeedSource& source, const std::string& sha256) const {
  const bool keep_versions = options_.keep_versions;
  const std::string common = known_by(source, sha256);
  const auto found = versions_.find(common);
  if (found == versions_.end()) {
    const bool may_move =
        options_.find_moved && is_path(source.identity) && source.record.where.empty();
    StoredPlace moved = may_move ? moved_here(source, sha256) : StoredPlace();
    return moved.stored != nullptr ? moved : StoredPlace{common, {}, {}, nullptr, nullptr, {}};
  }
  const Versions& versions = found->second;
  const StoredEntry* const latest = latest_of(versions);
  const std::string date = told_date(source);
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
  const StoredEntry* const latest = latest_of(versions);
  const auto is_taken = [&](const std::string& identity) {
    return std::any_of(versions.begin(), versions.end(),
                       [&](const StoredEntry* entry) { return entry->identity == identity; });
  };
  std::string label = told_date(source);
  for (std::size_t number = versions.size() + 1;
       label.empty() || is_taken(version_identity(known_by, label)); ++number)
    label = std::to_string(number);
  return {version_identity(known_by, label),
          known_by,
          version_slug_for(source, versions, label),
          nullptr,
          latest,
          {}};
}

/// The slug that a file is given is its version's own, unless another version has it. That of a
/// pipe names all versions.
std::string StoredDocuments::version_slug_for(const SeedSource& source, const Versions& versions,
                                              const std::string& label) const {
  const std::string given = reference_slug(source.slug);
  const bool own = source.slug_given && !source.piped && !by_slug_.contains(given);
  return own ? given : version_slug(versions.front()->slug, label);
}

bool StoredDocuments::holds(const StoredPlace& place, const SeedSource& source,
                            const std::string& sha256) const {
  if (place.stored == nullptr || !place.stored->current || place.stored->sha256 != sha256)
    return false;
  const Metadata& stored = place.stored->metadata;
  const Metadata& given = source.given;
  const Provenance& from = place.stored->from;
  const Forgotten& forgotten = options_.forgotten;
  return stays(forgotten.title, given.title, stored.title, from.title) &&
         stays(forgotten.country, given.country, stored.country, from.country) &&
         stays(forgotten.date, given.date, stored.date, from.date) &&
         stays(forgotten.language, given.language, stored.language, from.language) &&
         stays(forgotten.source, given.source, stored.source, from.source) &&
         fits(given.own, stored.own, source.whole) &&
         (!place.moved_from.empty() || is_asked_slug(source, place.slug));
}

bool is_asked_slug(const SeedSource& source, const std::string& stored) {
  if (source.slug.empty() || source.slug_made) return true;
  const std::string wanted = reference_slug(source.slug);
  if (stored == wanted) return true;
  return stored.starts_with(wanted + "-") &&
         stored.find_first_not_of("0123456789-", wanted.size()) == std::string::npos;
}

void keep_given(SeedSource& source, const StoredEntry& stored, const Forgotten& forgotten) {
  Metadata& given = source.given;
  Provenance& from = source.from;
  const Metadata& had = stored.metadata;
  if (!forgotten.title) keep(given.title, from.title, had.title, stored.from.title);
  if (!forgotten.country) keep(given.country, from.country, had.country, stored.from.country);
  if (!forgotten.date) keep(given.date, from.date, had.date, stored.from.date);
  if (!forgotten.language)
    keep_unknown(given.language, from.language, had.language, stored.from.language);
  if (!forgotten.source) keep_unknown(given.source, from.source, had.source, stored.from.source);
}

}  // namespace attache
