// SPDX-License-Identifier: MIT
#include "schema/document_store.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "schema/bind.h"
#include "schema/characters.h"
#include "schema/slug.h"
#include "schema/state_counts.h"

namespace attache {

const char* const document_columns =
    "document_id, slug, title, country, date, language, source, path, media_type, sha256, bytes, "
    "engine_version, lexicon_version, title_from, country_from, date_from, identity, version_of, "
    "language_from, source_from";

namespace {

std::string documents_where(const std::string& condition) {
  return std::string("SELECT ") + document_columns + " FROM documents WHERE " + condition;
}

/// Whether `slug` is `wanted` or one of wanted-2, wanted-3, ...
bool numbered_from(const std::string& slug, const std::string& wanted) {
  if (slug == wanted) return true;
  if (slug.size() < wanted.size() + 2 || slug.compare(0, wanted.size() + 1, wanted + "-") != 0)
    return false;
  return std::all_of(slug.begin() + static_cast<std::ptrdiff_t>(wanted.size() + 1), slug.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

bool same(const StoredDocument& stored, const DocumentRecord& given) {
  return numbered_from(stored.slug, reference_slug(given.slug)) && stored.sha256 == given.sha256 &&
         stored.lexicon_version == given.lexicon_version &&
         stored.engine_version == given.engine_version && stored.title == given.title &&
         stored.country == given.country && stored.date == given.date &&
         stored.language == given.language && stored.source == given.source &&
         stored.media_type == given.media_type && stored.bytes == given.bytes &&
         stored.title_from == given.title_from && stored.country_from == given.country_from &&
         stored.date_from == given.date_from && stored.language_from == given.language_from &&
         stored.source_from == given.source_from && stored.metadata == given.metadata;
}

std::optional<StoredDocument> found_by(SQLite::Statement& statement, const std::string& value) {
  statement.reset();
  statement.bind(1, value);
  std::optional<StoredDocument> found;
  if (statement.executeStep()) found = read_document(statement);
  statement.reset();
  return found;
}

}  // namespace

std::string identity_of(const DocumentRecord& document) {
  if (!document.identity.empty()) return document.identity;
  return document.path.empty() ? "slug:" + reference_slug(document.slug) : document.path;
}

StoredDocument read_document(SQLite::Statement& row) {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  StoredDocument document;
  document.document_id = row.getColumn(0).getInt64();
  std::string* const fields[] = {&document.slug, &document.title,      &document.country,
                                 &document.date, &document.language,   &document.source,
                                 &document.path, &document.media_type, &document.sha256};
  int column = 1;
  for (std::string* field : fields) *field = text(column++);
  document.bytes = static_cast<std::uint64_t>(row.getColumn(10).getInt64());
  document.engine_version = text(11);
  document.lexicon_version = text(12);
  document.title_from = text(13);
  document.country_from = text(14);
  document.date_from = text(15);
  document.identity = text(16);
  document.version_of = text(17);
  document.language_from = text(18);
  document.source_from = text(19);
  return document;
}

DocumentStore::DocumentStore(SQLite::Database& database)
    : database_(database),
      index_(database),
      facts_(database),
      sentences_(database, "sentences",
                 "sentence_id, document_id, ordinal, paragraph, start_byte, end_byte, start_char, "
                 "end_char"),
      digests_(database),
      metadata_(database),
      copies_(database),
      reviews_(database),
      by_identity_(database, documents_where("identity = ?")),
      slug_taken_(database, "SELECT 1 FROM documents WHERE slug = ?"),
      insert_(
          database,
          "INSERT INTO documents(slug, title, country, date, language, source, path, media_type, "
          "sha256, bytes, engine_version, lexicon_version, title_from, country_from, date_from, "
          "identity, version_of, language_from, source_from, states_named, seeded_at) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"),
      update_(database,
              "UPDATE documents SET slug = ?, title = ?, country = ?, date = ?, language = ?, "
              "source = ?, path = ?, "
              "media_type = ?, sha256 = ?, bytes = ?, engine_version = ?, lexicon_version = ?, "
              "title_from = ?, country_from = ?, date_from = ?, identity = ?, version_of = ?, "
              "language_from = ?, source_from = ?, states_named = ?, "
              "seeded_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE document_id = ?"),
      set_sentences_(
          database,
          "UPDATE documents SET first_sentence_id = ?, sentence_count = ? WHERE document_id = ?"),
      first_sentence_(database, "SELECT first_sentence_id FROM documents WHERE document_id = ?"),
      insert_text_(database,
                   "INSERT OR REPLACE INTO document_texts(document_id, text) VALUES (?, ?)"),
      erase_sentences_(database,
                       "DELETE FROM sentences WHERE sentence_id BETWEEN (SELECT first_sentence_id "
                       "FROM documents WHERE "
                       "document_id = ?1) AND (SELECT first_sentence_id + sentence_count - 1 FROM "
                       "documents WHERE "
                       "document_id = ?1)"),
      erase_text_(database, "DELETE FROM document_texts WHERE document_id = ?"),
      erase_(database, "DELETE FROM documents WHERE document_id = ?") {}

Stored DocumentStore::put(const DocumentRecord& document, bool even_if_same) {
  const auto stored = find(document);
  if (!stored) return add(document);
  if (!even_if_same && same(*stored, document)) return Stored::unchanged;
  return replace(*stored, document);
}

std::uint64_t DocumentStore::remove(const std::vector<StoredDocument>& documents) {
  std::uint64_t removed = 0;
  for (const StoredDocument& document : documents) {
    if (!is_still(document)) continue;
    remove(document.document_id);
    ++removed;
  }
  return removed;
}

bool DocumentStore::is_still(const StoredDocument& document) {
  SQLite::Statement row(database_, "SELECT identity, sha256 FROM documents WHERE document_id = ?");
  row.bind(1, document.document_id);
  return row.executeStep() && row.getColumn(0).getString() == document.identity &&
         row.getColumn(1).getString() == document.sha256;
}

void DocumentStore::remove(std::int64_t document_id) {
  facts_.erase(document_id);
  erase_sentences(document_id);
  digests_.erase(document_id);
  metadata_.erase(document_id);
  run(erase_text_, document_id);
  run(erase_, document_id);
}

void DocumentStore::forget_since(SentenceIndex::Mark mark) {
  index_.forget_since(mark);
  sentences_.clear();
  facts_.forget();
}

std::optional<StoredDocument> DocumentStore::find(const DocumentRecord& document) {
  auto found = found_by(by_identity_, identity_of(document));
  if (found) found->metadata = metadata_.read(found->document_id);
  return found;
}

Stored DocumentStore::add(const DocumentRecord& document) {
  run(insert_, free_slug(reference_slug(document.slug)), document.title, document.country,
      document.date, document.language, document.source, document.path, document.media_type,
      document.sha256, document.bytes, document.engine_version, document.lexicon_version,
      document.title_from, document.country_from, document.date_from, identity_of(document),
      document.version_of, document.language_from, document.source_from,
      json_of(document.states_named));
  const std::int64_t id = database_.getLastInsertRowid();
  write_text(id, document);
  const std::int64_t first = write_sentences(id, document);
  facts_.write(id, first, document);
  reviews_.apply(id);
  digests_.write(id, document.text, true);
  if (!document.metadata.empty()) metadata_.write(id, document.metadata);
  copies_.write(id);
  index_.add(id);
  return Stored::added;
}

Stored DocumentStore::replace(const StoredDocument& stored, const DocumentRecord& document) {
  const std::int64_t id = stored.document_id;
  // What was taken from here is no source: it must not stand for what was given.
  if (document.text_is_stored && copies_.given_was_changed(id))
    throw SQLite::Exception("what is stored of a document is not what was seeded", SQLITE_CORRUPT);
  const std::string wanted = reference_slug(document.slug);
  facts_.erase(id);
  const std::string slug = numbered_from(stored.slug, wanted) ? stored.slug : free_slug(wanted);
  if (slug != stored.slug) reviews_.rename(stored.slug, slug);
  run(update_, slug, document.title, document.country, document.date, document.language,
      document.source, document.path, document.media_type, document.sha256, document.bytes,
      document.engine_version, document.lexicon_version, document.title_from, document.country_from,
      document.date_from, identity_of(document), document.version_of, document.language_from,
      document.source_from, json_of(document.states_named), id);
  const bool same_text = has_text(id, document);
  const bool kept = same_text && same_sentences(id, document);
  if (!kept) {
    erase_sentences(id);
    write_text(id, document);
    write_sentences(id, document);
    index_.add(id);
  }
  facts_.write(id, first_sentence(id), document);
  reviews_.apply(id);
  digests_.write(id, document.text, !document.text_is_stored);
  metadata_.write(id, document.metadata);
  copies_.write(id);
  return Stored::replaced;
}

std::int64_t DocumentStore::first_sentence(std::int64_t document_id) {
  first_sentence_.reset();
  first_sentence_.bind(1, document_id);
  first_sentence_.executeStep();
  const std::int64_t first = first_sentence_.getColumn(0).getInt64();
  first_sentence_.reset();
  return first;
}

bool DocumentStore::has_text(std::int64_t document_id, const DocumentRecord& document) {
  SQLite::Statement text(database_, "SELECT text FROM document_texts WHERE document_id = ?");
  text.bind(1, document_id);
  return text.executeStep() && text.getColumn(0).getString() == document.text;
}

/// Text and sentences are the same after a change of lexicon or rules; then they and the index
/// stay.
bool DocumentStore::same_sentences(std::int64_t document_id, const DocumentRecord& document) {
  SQLite::Statement spans(
      database_,
      "SELECT s.start_byte, s.end_byte, s.paragraph FROM documents AS d JOIN sentences AS s ON "
      "s.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count - 1 "
      "WHERE d.document_id = ? ORDER BY s.sentence_id");
  spans.bind(1, document_id);
  std::size_t index = 0;
  for (; spans.executeStep(); ++index) {
    if (index == document.sentences.size()) return false;
    const SentenceRecord& sentence = document.sentences[index];
    if (spans.getColumn(0).getInt64() != sentence.start ||
        spans.getColumn(1).getInt64() != sentence.end ||
        spans.getColumn(2).getInt64() != sentence.paragraph)
      return false;
  }
  return index == document.sentences.size();
}

void DocumentStore::erase_sentences(std::int64_t document_id) {
  // The index forgets a sentence by its words; those of another text would leave the true ones.
  if (!digests_.index_holds(document_id))
    throw SQLite::Exception("a stored text is not the one that was seeded", SQLITE_CORRUPT);
  index_.remove(document_id);
  run(erase_sentences_, document_id);
}

std::int64_t DocumentStore::write_sentences(std::int64_t document_id,
                                            const DocumentRecord& document) {
  const std::int64_t first =
      database_.execAndGet("SELECT ifnull(max(sentence_id), 0) + 1 FROM sentences").getInt64();
  const CharacterCounts characters(document.text);
  std::int64_t ordinal = 0;
  for (const SentenceRecord& sentence : document.sentences) {
    sentences_.add({first + ordinal, document_id, ordinal, sentence.paragraph, sentence.start,
                    sentence.end, characters.before(sentence.start),
                    characters.before(sentence.end)});
    ++ordinal;
  }
  sentences_.flush();
  run(set_sentences_, first, ordinal, document_id);
  return first;
}

void DocumentStore::write_text(std::int64_t document_id, const DocumentRecord& document) {
  insert_text_.reset();
  insert_text_.bind(1, document_id);
  insert_text_.bindNoCopy(2, document.text);  // an empty text is a text, not NULL
  insert_text_.exec();
  insert_text_.reset();
}

bool DocumentStore::is_taken(const std::string& slug) {
  slug_taken_.reset();
  slug_taken_.bind(1, slug);
  const bool taken = slug_taken_.executeStep();
  slug_taken_.reset();
  return taken;
}

std::string DocumentStore::free_slug(const std::string& wanted) {
  return attache::free_slug(wanted, [this](const std::string& slug) { return is_taken(slug); });
}

}  // namespace attache
