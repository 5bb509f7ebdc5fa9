// SPDX-License-Identifier: MIT
#include "seed/stored_documents.h"

#include "schema/knowledge_base.h"
#include "schema/slug.h"

namespace attache {
namespace {

/// What is given now and was only found before is to be stored as given.
bool fits(const std::string& given, const std::string& stored, const std::string& stored_from) {
  const bool found =
      stored_from == from::metadata || stored_from == from::text || stored_from == from::file;
  return given.empty() || (given == stored && !found);
}

}  // namespace

StoredDocuments::StoredDocuments(const KnowledgeBase& base, const Engine& engine) {
  for (StoredDocument& d : base.documents()) {
    if (d.path.empty() || d.lexicon_version != engine.lexicon_version() ||
        d.engine_version != engine_version())
      continue;
    by_path_[std::move(d.path)] = {
        std::move(d.sha256),
        std::move(d.slug),
        {std::move(d.title),
         std::move(d.country),
         std::move(d.date),
         std::move(d.language),
         std::move(d.source),
         {},
         {}},
        {std::move(d.title_from), std::move(d.country_from), std::move(d.date_from)}};
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
         fits(given.source, stored.source, {}) &&
         (source.slug.empty() || found->second.slug.starts_with(reference_slug(source.slug)));
}

}  // namespace attache
