// SPDX-License-Identifier: MIT
#include "seed/seeder.h"

#include <algorithm>

#include "schema/knowledge_base.h"
#include "seed/bounded.h"
#include "seed/description.h"
#include "seed/identity.h"
#include "seed/met.h"
#include "seed/prepared.h"
#include "seed/read/blank.h"
#include "seed/read/digest.h"
#include "seed/store.h"
#include "seed/stored_documents.h"

namespace attache {
namespace {

class Reader {
 public:
  Reader(const KnowledgeBase& base, const Engine& engine, const SeedOptions& options)
      : engine_(engine), options_(options), stored_(base, engine, options) {}

  /// On any thread.
  Prepared prepare(SeedSource source) const {
    Prepared prepared;
    prepared.source = std::move(source);
    bound(prepared.source.given);  // as it is stored, so that it is known again
    prepared.error = prepared.source.error;
    prepared.blank = prepared.source.blank;
    if (!prepared.error.empty()) return prepared;
    prepare_with(prepared, [&] { read_and_extract(prepared); });
    return prepared;
  }

 private:
  void read_and_extract(Prepared& prepared) const {
    SeedSource& source = prepared.source;
    Document document;
    StoredPlace place;
    {
      const std::string bytes = source.load();
      prepared.bytes = bytes.size();
      refuse_blank(bytes, source.name);
      std::string digest = sha256_hex(bytes);
      place = stored_.place(source, digest);
      prepared.moved_from = place.moved_from;
      prepared.unchanged = !options_.force && stored_.holds(place, source, digest);
      if (prepared.unchanged) {
        prepared.record = unchanged_record(place, digest);
        prepared.record.path = source.path;
        return;
      }
      document =
          read_document(bytes, source.name, options_for(source, options_.read), std::move(digest));
      refuse_blank(document.text, source.name);
      prepared.encoding = source.decoded ? source.encoding : document.encoding;
    }
    // A record says all that is to be known of its document.
    if (place.before != nullptr && source.record.where.empty())
      keep_given(source, *place.before, options_.forgotten);
    Description description(source, document, engine_);
    Extraction extraction =
        extracted(engine_, document, description.context(), options_, prepared.stats);
    description.add(extraction.origin);
    prepared.record = std::move(extraction.record);
    note_kept(prepared.stats, document, source.name);
    prepared.remarks = std::move(document.remarks);
    describe(prepared.record, source, description);
    put_at(prepared.record, source, place);
    prepared.record.text = std::move(document.text);
  }

  DocumentRecord unchanged_record(const StoredPlace& place, const std::string& digest) const {
    DocumentRecord record;
    record.identity = place.identity;
    record.country = place.stored->metadata.country;
    record.sha256 = digest;
    record.engine_version = engine_version();
    record.lexicon_version = engine_.lexicon_version();
    return record;
  }

  static void describe(DocumentRecord& record, const SeedSource& source,
                       const Description& description) {
    const Metadata& metadata = description.metadata();
    record.title = metadata.title;
    record.country = metadata.country;
    record.date = metadata.date;
    record.language = metadata.language;
    record.source = metadata.source;
    record.path = source.path;
    record.title_from = description.from().title;
    record.country_from = description.from().country;
    record.date_from = description.from().date;
    record.language_from = description.from().language;
    record.source_from = description.from().source;
    for (const MetadataEntry& entry : metadata.own)
      record.metadata.push_back({entry.key, entry.value});
  }

  /// Whether the slug that a stored document has stays, or that of a further version is its own:
  /// unless another is asked for, which of a pipe names all versions.
  static bool keeps_slug(const SeedSource& source, const StoredPlace& place) {
    if (place.slug.empty()) return false;
    if (place.stored == nullptr || !place.moved_from.empty()) return true;
    return is_asked_slug(source, place.slug) || (!place.version_of.empty() && source.piped);
  }

  /// The knowledge base makes a slug of what is wanted.
  static void put_at(DocumentRecord& record, const SeedSource& source, const StoredPlace& place) {
    record.identity = place.identity;
    record.version_of = place.version_of;
    const bool untitled = record.title_from == from::file || record.title_from.empty();
    if (keeps_slug(source, place)) record.slug = place.slug;
    else if (!source.slug.empty()) record.slug = source.slug;
    else if (!source.stem.empty()) record.slug = source.stem;
    else record.slug = untitled ? piped_slug(source, record.sha256) : record.title;
  }

  const Engine& engine_;
  const SeedOptions& options_;
  const StoredDocuments stored_;
};

/// Two texts of one run that are known by the same (an id, a slug, a source, a name in an archive)
/// are not one that changed: the second would take the first one's place.
void refuse_same_name(Met& met, Prepared& prepared) {
  if (!prepared.error.empty()) return;
  if (!met.contradicts(prepared.record.identity, prepared.record.sha256)) return;
  prepared.unchanged = false;
  prepared.error = prepared.source.name +
                   ": an earlier document of this run is known by the same, with another text; "
                   "give each an id, slug or source of its own";
}

}  // namespace

std::string told_error(const SeedSource& source, const std::string& error) {
  return source.record.where.empty() ? error : source.record.where + ": " + error;
}

ReadOptions options_for(const SeedSource& source, const ReadOptions& options) {
  ReadOptions own = options;
  if (source.decoded) own.encoding = Encoding::utf8;
  return own;
}

SeedSummary seed(KnowledgeBase& base, const Engine& engine, const SeedSources& sources,
                 const SeedOptions& options, const SeedObserver& observer) {
  base.put_vocabulary(engine.vocabulary(), engine.lexicon_version());
  SeedOptions reading = options;
  if (!reading.read.helpers) reading.read.helpers = make_reader_helpers();
  const Reader reader(base, engine, reading);
  Met met;
  Store store(base, reading, observer);
  store.look_first([&](Prepared& prepared) { refuse_same_name(met, prepared); });
  return store.run<SeedSource>(
      sources, [&](SeedSource source) { return reader.prepare(std::move(source)); },
      [](const SeedSource& source) { return source.bytes; });
}

}  // namespace attache
