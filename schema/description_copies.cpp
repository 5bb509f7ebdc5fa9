// SPDX-License-Identifier: MIT
#include "schema/description_copies.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "schema/digest.h"

namespace attache {
namespace {

/// Columns that an extraction writes.
constexpr std::array<std::string_view, 6> made{"first_sentence_id", "sentence_count",
                                               "seeded_at",         "engine_version",
                                               "lexicon_version",   "states_named"};

std::string text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes == nullptr ? "" : bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

std::string column_list(std::string_view before) {
  std::string list;
  for (const std::string& column : copied_columns())
    list.append(list.empty() ? "" : ", ").append(before).append(column);
  return list;
}

/// The metadata stands first, so that columns of later schemas can follow.
std::string description_query() {
  return "SELECT json_array(json((SELECT json_group_array(json_array(m.ordinal, m.key, m.value)) "
         "FROM (SELECT ordinal, key, value FROM document_metadata "
         "WHERE document_id = d.document_id ORDER BY ordinal) AS m)), " +
         column_list("d.") + ") FROM documents AS d WHERE d.document_id = ?";
}

/// The columns in the copy that is bound second.
std::string values_of_copy() {
  std::string list;
  for (std::size_t i = 1; i <= copied_columns().size(); ++i)
    list +=
        (i == 1 ? "json_extract(?2, '$[" : ", json_extract(?2, '$[") + std::to_string(i) + "]')";
  return list;
}

std::vector<std::int64_t> numbers(SQLite::Database& database, const std::string& query) {
  std::vector<std::int64_t> found;
  const Prepared rows = prepare(database, query);
  while (step(database, rows)) found.push_back(sqlite3_column_int64(rows.get(), 0));
  return found;
}

void restart(const Prepared& statement, std::int64_t document_id) {
  sqlite3_reset(statement.get());
  sqlite3_bind_int64(statement.get(), 1, document_id);
}

void bind_text(const Prepared& statement, int index, const std::string& text) {
  sqlite3_bind_text(statement.get(), index, text.data(), static_cast<int>(text.size()),
                    SQLITE_STATIC);
}

/// A statement with a document's id and its copy.
void run(SQLite::Database& database, const std::string& sql, std::int64_t document_id,
         const std::string& copy) {
  const Prepared statement = prepare(database, sql);
  restart(statement, document_id);
  if (sqlite3_bind_parameter_count(statement.get()) > 1) bind_text(statement, 2, copy);
  step(database, statement);
}

}  // namespace

const std::vector<std::string>& copied_columns() {
  static const std::vector<std::string> columns{"slug",
                                                "title",
                                                "country",
                                                "date",
                                                "language",
                                                "source",
                                                "identity",
                                                "media_type",
                                                "sha256",
                                                "bytes",
                                                "first_sentence_id",
                                                "sentence_count",
                                                "seeded_at",
                                                "engine_version",
                                                "lexicon_version",
                                                "title_from",
                                                "country_from",
                                                "date_from",
                                                "path",
                                                "version_of",
                                                "language_from",
                                                "source_from",
                                                "states_named"};
  return columns;
}

DescriptionCopies::DescriptionCopies(SQLite::Database& database)
    : database_(database),
      description_(prepare(database, description_query())),
      stored_(prepare(database,
                      "SELECT description, description_digest, json_valid(description) "
                      "FROM document_digests "
                      "WHERE document_id = ?")),
      write_(prepare(database,
                     "UPDATE document_digests SET description = ?2, description_digest = ?3 "
                     "WHERE document_id = ?1")) {}

std::string DescriptionCopies::description(std::int64_t document_id) {
  restart(description_, document_id);
  std::string found = step(database_, description_) ? text_in(description_, 0) : std::string();
  sqlite3_reset(description_.get());
  return found;
}

DescriptionCopies::Stored DescriptionCopies::stored(std::int64_t document_id) {
  restart(stored_, document_id);
  Stored found;
  if (step(database_, stored_)) {
    found = {true, false, text_in(stored_, 0)};
    found.sound =
        sqlite3_column_int(stored_.get(), 2) == 1 && text_in(stored_, 1) == sha256_of(found.copy);
  }
  sqlite3_reset(stored_.get());
  return found;
}

void DescriptionCopies::write(std::int64_t document_id) {
  write(document_id, description(document_id));
}

void DescriptionCopies::write(std::int64_t document_id, const std::string& copy) {
  const std::string digest = sha256_of(copy);
  restart(write_, document_id);
  bind_text(write_, 2, copy);
  bind_text(write_, 3, digest);
  step(database_, write_);
  sqlite3_reset(write_.get());
}

void DescriptionCopies::write_all() {
  for (const std::int64_t id : numbers(database_, "SELECT document_id FROM documents")) write(id);
}

void DescriptionCopies::add_versions() {
  for (const std::int64_t id : numbers(database_, "SELECT document_id FROM document_digests")) {
    const Stored known = stored(id);
    if (!known.sound) continue;
    const Prepared longer =
        prepare(database_,
                "SELECT json_insert(json_set(?2, '$[7]', coalesce("
                "json_extract(?2, '$[7]'), iif(path IS NULL, identity, NULL))), "
                "'$[#]', json_extract(?2, '$[7]'), '$[#]', NULL, '$[#]', NULL, "
                "'$[#]', NULL, '$[#]', NULL) FROM documents WHERE document_id = ?1 AND "
                "json_array_length(?2) = 19");
    restart(longer, id);
    bind_text(longer, 2, known.copy);
    if (step(database_, longer)) write(id, text_in(longer, 0));
  }
}

DescriptionCopies::State DescriptionCopies::state(std::int64_t document_id) {
  const Stored known = stored(document_id);
  if (!known.found) return State::sound;
  if (!known.sound) return State::copy_damaged;
  return known.copy == description(document_id) ? State::sound : State::changed;
}

std::vector<std::string> DescriptionCopies::changed_columns(std::int64_t document_id) {
  const std::string copy = stored(document_id).copy;
  const std::string now = description(document_id);
  const Prepared keys = prepare(database_,
                                "SELECT c.key FROM json_each(?1) AS c JOIN json_each(?2) AS n "
                                "ON n.key = c.key WHERE n.value IS NOT c.value");
  bind_text(keys, 1, copy);
  bind_text(keys, 2, now);
  std::vector<std::string> changed;
  while (step(database_, keys)) {
    const auto place = static_cast<std::size_t>(sqlite3_column_int64(keys.get(), 0));
    if (place > copied_columns().size()) continue;
    changed.push_back(place == 0 ? "metadata" : copied_columns()[place - 1]);
  }
  return changed;
}

bool DescriptionCopies::given_was_changed(std::int64_t document_id) {
  if (state(document_id) != State::changed) return false;
  const std::vector<std::string> changed = changed_columns(document_id);
  return std::any_of(changed.begin(), changed.end(), [](const std::string& column) {
    return std::find(made.begin(), made.end(), column) == made.end();
  });
}

void DescriptionCopies::restore() {
  std::vector<std::pair<std::int64_t, std::string>> changed;
  for (const std::int64_t id : numbers(database_,
                                       "SELECT document_id FROM document_digests "
                                       "JOIN document_texts USING (document_id)")) {
    Stored known = stored(id);
    if (known.sound && known.copy != description(id))
      changed.emplace_back(id, std::move(known.copy));
  }
  // Names may have been exchanged: all are given up before any is taken.
  for (const auto& [id, copy] : changed)
    run(database_,
        "INSERT INTO documents(document_id, slug, title, sha256, bytes, seeded_at) "
        "VALUES (?1, char(1) || ?1, '', '', 0, '') "
        "ON CONFLICT (document_id) DO UPDATE SET slug = excluded.slug, identity = NULL",
        id, copy);
  for (const auto& [id, copy] : changed) restore(id, copy);
  for (const std::int64_t id : numbers(database_, "SELECT document_id FROM documents"))
    if (const Stored known = stored(id); known.found && !known.sound) write(id);
}

void DescriptionCopies::restore(std::int64_t document_id, const std::string& copy) {
  // A document that another hand has added may have taken them.
  run(database_,
      "UPDATE documents SET slug = slug || '-' || document_id "
      "WHERE slug = json_extract(?2, '$[1]') AND document_id <> ?1",
      document_id, copy);
  run(database_,
      "UPDATE documents SET identity = NULL "
      "WHERE identity = json_extract(?2, '$[7]') AND document_id <> ?1",
      document_id, copy);
  run(database_,
      "UPDATE documents SET (" + column_list("") + ") = (SELECT " + values_of_copy() +
          ") WHERE document_id = ?1",
      document_id, copy);
  run(database_, "DELETE FROM document_metadata WHERE document_id = ?1", document_id, copy);
  run(database_,
      "INSERT INTO document_metadata(document_id, ordinal, key, value) "
      "SELECT ?1, json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]'), "
      "json_extract(e.value, '$[2]') FROM json_each(?2, '$[0]') AS e",
      document_id, copy);
}

}  // namespace attache
