// SPDX-License-Identifier: MIT
#include "seed/seeder.h"

#include "schema/knowledge_base.h"
#include "seed/bounded.h"
#include "seed/prepared.h"
#include "seed/read/date.h"
#include "seed/read/digest.h"
#include "seed/store.h"
#include "seed/stored_documents.h"

namespace attache {
namespace {

/// What file and user say of the document, the user first.
Metadata merged_metadata(const SeedSource& source, const Document& document, const Engine& engine) {
  Metadata own = document.metadata;
  own.country = engine.country_code(own.country).value_or("");
  if (!is_iso_date(own.date)) own.date.clear();
  Metadata merged = source.given;
  complete(merged, own);
  if (merged.title.empty()) merged.title = source.stem.empty() ? "Untitled" : source.stem;
  bound(merged);
  return merged;
}

class Reader {
 public:
  Reader(const KnowledgeBase& base, const Engine& engine, const SeedOptions& options)
      : engine_(engine), options_(options), stored_(base, engine) {}

  /// On any thread.
  Prepared prepare(SeedSource source) const {
    Prepared prepared;
    prepared.source = std::move(source);
    bound(prepared.source.given);  // as it is stored, so that it is known again
    prepared.error = prepared.source.error;
    if (!prepared.error.empty()) return prepared;
    prepare_with(prepared, [&] { read_and_extract(prepared); });
    return prepared;
  }

 private:
  void read_and_extract(Prepared& prepared) const {
    const SeedSource& source = prepared.source;
    Document document;
    {
      const std::string bytes = source.load();
      prepared.bytes = bytes.size();
      std::string digest = sha256_hex(bytes);
      prepared.unchanged = !options_.force && stored_.holds(source, digest);
      if (prepared.unchanged) {
        prepared.record.path = source.path;
        prepared.record.sha256 = std::move(digest);
        prepared.record.engine_version = engine_version();
        prepared.record.lexicon_version = engine_.lexicon_version();
        return;
      }
      document = read_document(bytes, source.name, options_.read, std::move(digest));
    }
    const Metadata metadata = merged_metadata(source, document, engine_);
    prepared.record =
        extracted(engine_, document, {metadata.country, metadata.date}, options_, prepared.stats);
    note_kept(prepared.stats, document, source.name);
    prepared.remarks = std::move(document.remarks);
    describe(prepared.record, source, metadata);
    prepared.record.text = std::move(document.text);
  }

  static void describe(DocumentRecord& record, const SeedSource& source, const Metadata& metadata) {
    const std::string& stem = source.stem.empty() ? metadata.title : source.stem;
    record.slug = source.slug.empty() ? stem : source.slug;  // the knowledge base makes it a slug
    record.title = metadata.title;
    record.country = metadata.country;
    record.date = metadata.date;
    record.language = metadata.language;
    record.source = metadata.source;
    record.path = source.path;
  }

  const Engine& engine_;
  const SeedOptions& options_;
  const StoredDocuments stored_;
};

}  // namespace

void complete(Metadata& metadata, const Metadata& other) {
  if (metadata.title.empty()) metadata.title = other.title;
  if (metadata.country.empty()) metadata.country = other.country;
  if (metadata.date.empty()) metadata.date = other.date;
  if (metadata.language.empty()) metadata.language = other.language;
  if (metadata.source.empty()) metadata.source = other.source;
}

SeedSummary seed(KnowledgeBase& base, const Engine& engine, const SeedSources& sources,
                 const SeedOptions& options, const SeedObserver& observer) {
  base.put_vocabulary(engine.vocabulary(), engine.lexicon_version());
  SeedOptions reading = options;
  if (!reading.read.helpers) reading.read.helpers = make_reader_helpers();
  const Reader reader(base, engine, reading);
  Store store(base, reading, observer);
  return store.run<SeedSource>(
      sources, [&](SeedSource source) { return reader.prepare(std::move(source)); },
      [](const SeedSource& source) { return source.bytes; });
}

}  // namespace attache
