// SPDX-License-Identifier: MIT
#include "schema/document_digests.h"

#include <SQLiteCpp/Database.h>

#include <vector>

namespace attache {
namespace {

/// Before the digest of a text that is known to have been replaced by another.
constexpr std::string_view changed_mark = "changed:";

std::string_view text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

std::string_view unmarked(std::string_view digest) {
  return digest.starts_with(changed_mark) ? digest.substr(changed_mark.size()) : digest;
}

std::string range(const std::string& columns, const std::string& table, const std::string& order) {
  return "SELECT " + columns + " FROM documents AS d CROSS JOIN " + table +
         " AS t ON t.sentence_id >= d.first_sentence_id AND t.sentence_id < d.first_sentence_id + "
         "d.sentence_count WHERE d.document_id = ? ORDER BY " +
         order;
}

std::string facts(const std::string& table, const std::string& id, const std::string& columns) {
  return "SELECT " + id + ", " + columns + " FROM " + table + " WHERE document_id = ? ORDER BY " +
         id;
}

/// Columns that a later schema added: rows that hold none of them, as those made before, add
/// nothing to a digest, so that it goes on being theirs.
std::string later(const std::string& table, const std::string& id,
                  const std::vector<std::string>& columns) {
  std::string list, any;
  for (const std::string& column : columns) {
    list += ", " + column;
    any += (any.empty() ? "" : " OR ") + column + " IS NOT NULL";
  }
  return "SELECT '" + table + "', " + id + list + " FROM " + table +
         " WHERE document_id = ? AND (" + any + ") ORDER BY " + id;
}

/// Ids are part of what is digested: they are what citations and other programs hold on to.
constexpr const char* cited =
    "t.citation_id, t.principle_id, t.priority_id, t.organization_id, t.leader_id, t.sentence_id, "
    "t.start_byte, t.end_byte, t.source_start_byte, t.source_end_byte, t.rule_id, "
    "t.statement_start_byte, t.statement_end_byte, t.confidence";

/// Of the columns of a row the number of those that are digested whatever they hold. Those behind
/// them came with a later schema: where they hold nothing they add nothing, as with later().
int always_digested(const Prepared& row) {
  const int columns = sqlite3_column_count(row.get());
  for (int i = 0; i < columns; ++i) {
    const std::string_view name = sqlite3_column_name(row.get(), i);
    if (name == "confidence" || name.starts_with("statement_")) return i;
  }
  return columns;
}

void add_value(Digest& digest, const Prepared& row, int column) {
  const int type = sqlite3_column_type(row.get(), column);
  digest.number(type);
  if (type == SQLITE_INTEGER) digest.number(sqlite3_column_int64(row.get(), column));
  else if (type != SQLITE_NULL) digest.text(text_in(row, column));
}

void restart(const Prepared& statement, std::int64_t document_id) {
  sqlite3_reset(statement.get());
  sqlite3_bind_int64(statement.get(), 1, document_id);
}

}  // namespace

DocumentDigests::DocumentDigests(SQLite::Database& database)
    : database_(database),
      text_(prepare(database, "SELECT text FROM document_texts WHERE document_id = ?")),
      stored_(prepare(database, "SELECT text, rows FROM document_digests WHERE document_id = ?")),
      write_(prepare(database,
                     "INSERT OR REPLACE INTO document_digests(document_id, text, rows) "
                     "VALUES (?, ?, ?)")),
      erase_(prepare(database, "DELETE FROM document_digests WHERE document_id = ?")),
      sentences_(prepare(database, range("t.sentence_id, t.document_id, t.ordinal, t.paragraph, "
                                         "t.start_byte, t.end_byte",
                                         "sentences", "t.sentence_id"))),
      principles_(
          prepare(database, facts("principles", "principle_id", "key, norm, wording, confidence"))),
      priorities_(prepare(
          database, facts("priorities", "priority_id", "key, wording, theme, actor, confidence"))),
      organizations_(prepare(database, facts("organizations", "organization_id",
                                             "key, body, name, acronym, kind, role, role_country, "
                                             "note, confidence"))),
      leaders_(prepare(database, facts("leaders", "leader_id",
                                       "key, name, office, office_country, body, confidence"))),
      citations_(prepare(database, range(cited, "citations", "t.sentence_id, t.citation_id"))),
      polarities_(prepare(database, later("principles", "principle_id", {"polarity"}))),
      offices_(prepare(database, later("leaders", "leader_id", {"office_type", "speaker"}))),
      reviews_{prepare(database, later("principles", "principle_id", {"review"})),
               prepare(database, later("priorities", "priority_id", {"review"})),
               prepare(database, later("organizations", "organization_id", {"review"})),
               prepare(database, later("leaders", "leader_id", {"review"}))} {}

DocumentDigests::Stored DocumentDigests::stored(std::int64_t document_id) {
  restart(stored_, document_id);
  Stored found;
  if (step(database_, stored_))
    found = {true, std::string(text_in(stored_, 0)), std::string(text_in(stored_, 1))};
  sqlite3_reset(stored_.get());
  return found;
}

void DocumentDigests::write(std::int64_t document_id, std::string_view text, bool new_text) {
  std::string digest = sha256_of(text);
  if (!new_text) {
    const std::string before = stored(document_id).text;
    if (before.starts_with(changed_mark) && unmarked(before) != digest) digest = before;
  }
  const std::string rows = digest_of_rows(document_id);
  restart(write_, document_id);
  sqlite3_bind_text(write_.get(), 2, digest.data(), static_cast<int>(digest.size()), SQLITE_STATIC);
  sqlite3_bind_text(write_.get(), 3, rows.data(), static_cast<int>(rows.size()), SQLITE_STATIC);
  step(database_, write_);
  sqlite3_reset(write_.get());
}

void DocumentDigests::write_rows(std::int64_t document_id) {
  const std::string rows = digest_of_rows(document_id);
  const Prepared update =
      prepare(database_, "UPDATE document_digests SET rows = ?2 WHERE document_id = ?1");
  restart(update, document_id);
  sqlite3_bind_text(update.get(), 2, rows.data(), static_cast<int>(rows.size()), SQLITE_STATIC);
  step(database_, update);
}

void DocumentDigests::erase(std::int64_t document_id) {
  restart(erase_, document_id);
  step(database_, erase_);
  sqlite3_reset(erase_.get());
}

std::string DocumentDigests::digest_of_text(std::int64_t document_id) {
  restart(text_, document_id);
  const std::string digest = step(database_, text_) ? sha256_of(text_in(text_, 0)) : std::string();
  sqlite3_reset(text_.get());
  return digest;
}

DocumentDigests::State DocumentDigests::text(std::int64_t document_id) {
  const Stored known = stored(document_id);
  if (!known.found) return State::unknown;
  return known.text == digest_of_text(document_id) ? State::sound : State::changed;
}

DocumentDigests::State DocumentDigests::text(std::int64_t document_id, std::string_view text) {
  const Stored known = stored(document_id);
  if (!known.found) return State::unknown;
  return known.text == sha256_of(text) ? State::sound : State::changed;
}

DocumentDigests::State DocumentDigests::rows(std::int64_t document_id) {
  const Stored known = stored(document_id);
  if (!known.found) return State::unknown;
  return known.rows == digest_of_rows(document_id) ? State::sound : State::changed;
}

bool DocumentDigests::index_holds(std::int64_t document_id) {
  return stored(document_id).text.starts_with(changed_mark) || text(document_id) != State::changed;
}

bool DocumentDigests::text_is_the_file(std::int64_t document_id) {
  const Prepared file = prepare(database_, "SELECT sha256 FROM documents WHERE document_id = ?");
  restart(file, document_id);
  return step(database_, file) && text_in(file, 0) == digest_of_text(document_id);
}

void DocumentDigests::mark_changed() {
  std::vector<std::int64_t> changed;
  const Prepared ids = prepare(database_, "SELECT document_id FROM document_digests");
  while (step(database_, ids))
    if (text(sqlite3_column_int64(ids.get(), 0)) == State::changed)
      changed.push_back(sqlite3_column_int64(ids.get(), 0));
  const Prepared mark = prepare(database_,
                                "UPDATE document_digests SET text = ?2 || text "
                                "WHERE document_id = ?1 AND substr(text, 1, length(?2)) <> ?2");
  const Prepared settle =
      prepare(database_,
              "UPDATE document_digests SET text = (SELECT sha256 FROM documents "
              "WHERE document_id = ?1) WHERE document_id = ?1");
  for (const std::int64_t id : changed) {
    if (text_is_the_file(id)) {
      restart(settle, id);
      step(database_, settle);
      continue;
    }
    restart(mark, id);
    sqlite3_bind_text(mark.get(), 2, changed_mark.data(), static_cast<int>(changed_mark.size()),
                      SQLITE_STATIC);
    step(database_, mark);
  }
  database_.exec("UPDATE document_digests SET rows = NULL");
}

void DocumentDigests::write_all() {
  std::vector<std::int64_t> ids;
  const Prepared rows = prepare(database_, "SELECT document_id FROM document_texts");
  while (step(database_, rows)) ids.push_back(sqlite3_column_int64(rows.get(), 0));
  for (const std::int64_t id : ids) {
    restart(text_, id);
    const std::string text = step(database_, text_) ? std::string(text_in(text_, 0)) : "";
    sqlite3_reset(text_.get());
    write(id, text, true);
  }
}

std::int64_t DocumentDigests::add_rows(Digest& digest, const Prepared& statement,
                                       std::int64_t document_id) {
  restart(statement, document_id);
  const int columns = sqlite3_column_count(statement.get());
  const int always = always_digested(statement);
  std::int64_t rows = 0;
  for (; step(database_, statement); ++rows) {
    for (int i = 0; i < always; ++i) add_value(digest, statement, i);
    for (int i = always; i < columns; ++i) {
      if (sqlite3_column_type(statement.get(), i) == SQLITE_NULL) continue;
      digest.number(i);
      add_value(digest, statement, i);
    }
  }
  sqlite3_reset(statement.get());
  return rows;
}

std::string DocumentDigests::digest_of_rows(std::int64_t document_id) {
  Digest digest;
  for (const Prepared* statement :
       {&sentences_, &principles_, &priorities_, &organizations_, &leaders_, &citations_})
    digest.number(add_rows(digest, *statement, document_id));
  for (const Prepared* statement : {&polarities_, &offices_})
    add_rows(digest, *statement, document_id);
  for (const Prepared& statement : reviews_) add_rows(digest, statement, document_id);
  return digest.done();
}

}  // namespace attache
