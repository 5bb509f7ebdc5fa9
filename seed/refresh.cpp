// SPDX-License-Identifier: MIT
#include "schema/knowledge_base.h"
#include "seed/bounded.h"
#include "seed/prepared.h"
#include "seed/provenance.h"
#include "seed/read/digest.h"
#include "seed/read/metadata_keys.h"
#include "seed/read/path_text.h"
#include "seed/seeder.h"
#include "seed/store.h"

namespace attache {
namespace {

struct StoredText {
  StoredDocument document;
  std::string text;
};

/// Whether spans lead back into a file of this type, so that the map must be made again from the
/// file.
bool maps_back(const StoredDocument& document) {
  return document.media_type.starts_with("text/") && document.media_type != "text/html";
}

/// The text with the map that its file gave, where the file still gives the same.
Document document_of(StoredText& stored, const ReadOptions& options) {
  Document document;
  document.bytes = stored.document.bytes;
  document.media_type = stored.document.media_type;
  document.sha256 = stored.document.sha256;
  document.map = OffsetMap::none();
  if (maps_back(stored.document) && document.bytes == stored.text.size() &&
      sha256_hex(stored.text) == document.sha256) {
    document.map = OffsetMap::identity();
  } else if (maps_back(stored.document) && stored.document.known_by().starts_with("/")) {
    const std::string& file = stored.document.known_by();
    try {
      Document again =
          read_document(read_file(path_of_text(file), options.max_bytes), file, options);
      if (again.sha256 == document.sha256 && again.text == stored.text)
        document.map = std::move(again.map);
    } catch (const ReadError&) {
      // The file is gone: its text is all there is.
    }
  }
  document.text = std::move(stored.text);
  return document;
}

/// The value, unless it was only found in the text or stood in for want of another.
std::string given(const std::string& value, const std::string& where) {
  return where == from::text || where == from::file ? std::string() : value;
}

/// What was given stays; else what the text shows now counts, and last what stood in.
void settle(std::string& value, std::string& where, const std::string& known,
            const std::string& known_from, const std::string& found) {
  if (found.empty() && known_from == from::text) return;
  const bool anew = given(known, known_from).empty() && !found.empty();
  value = anew ? found : known;
  where = anew ? std::string(from::text) : known_from;
}

void extract_anew(Prepared& prepared, StoredText& stored, const Engine& engine,
                  const SeedOptions& options) {
  const StoredDocument& d = stored.document;
  Document document = document_of(stored, options.read);
  prepared.bytes = document.text.size();
  DocumentContext context{given(d.country, d.country_from), given(d.date, d.date_from)};
  context.title = d.title;
  context.of_several = names_several_countries(d.metadata);
  Extraction extraction = extracted(engine, document, context, options, prepared.stats);
  DocumentRecord record = std::move(extraction.record);
  record.slug = d.slug;
  record.title = first_characters(d.title, longest_title);
  settle(record.country, record.country_from, d.country, d.country_from, extraction.origin.country);
  settle(record.date, record.date_from, d.date, d.date_from, extraction.origin.date);
  if (refines_date(extraction.origin.date, d.date, d.date_from))
    record.date = extraction.origin.date;
  record.title_from = d.title_from;
  record.language = first_characters(d.language, longest_language);
  record.source = first_characters(d.source, longest_source);
  record.language_from = d.language_from;
  record.source_from = d.source_from;
  record.path = d.path;
  record.identity = d.identity;
  record.version_of = d.version_of;
  record.metadata = d.metadata;
  record.text = std::move(document.text);
  record.text_is_stored = true;
  prepared.record = std::move(record);
}

Prepared prepare(StoredText stored, const Engine& engine, const SeedOptions& options) {
  Prepared prepared;
  const StoredDocument& d = stored.document;
  prepared.source.name = d.path.empty() ? d.slug : d.path;
  prepared.source.path = d.path;
  prepared.source.identity = d.identity;
  prepared.refreshed = true;
  prepare_with(prepared, [&] { extract_anew(prepared, stored, engine, options); });
  return prepared;
}

bool is_current(const StoredDocument& document, const Engine& engine) {
  return document.engine_version == engine_version() &&
         document.lexicon_version == engine.lexicon_version();
}

}  // namespace

SeedSummary refresh(KnowledgeBase& base, const Engine& engine, const SeedOptions& options,
                    const SeedObserver& observer) {
  base.put_vocabulary(engine.vocabulary(), engine.lexicon_version());
  Store store(base, options, observer);
  std::uint64_t current = 0;
  const auto produce = [&](const std::function<bool(StoredText)>& push) {
    std::vector<StoredDocument> documents = [&] {
      const std::lock_guard lock(store.mutex());
      return base.documents();
    }();
    for (StoredDocument& document : documents) {
      if (!options.force && is_current(document, engine)) {
        ++current;
        continue;
      }
      std::unique_lock lock(store.mutex());
      std::string text = base.text_of(document.document_id);
      lock.unlock();
      if (!push({std::move(document), std::move(text)})) return;
    }
  };
  SeedSummary summary = store.run<StoredText>(
      produce, [&](StoredText stored) { return prepare(std::move(stored), engine, options); },
      [](const StoredText& stored) { return stored.text.size(); });
  summary.unchanged += current;
  return summary;
}

}  // namespace attache
