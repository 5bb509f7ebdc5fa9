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

/// Without quotation marks: a column that a damaged file lacks is to be an error, not a text.
std::string bare_list(const std::vector<std::string_view>& columns, const std::string& before) {
  std::string list;
  for (const std::string_view column : columns)
    list.append(list.empty() ? "" : ", ").append(before).append(column);
  return list;
}

std::string range(const DigestedPart& part) {
  const std::string id = "t." + std::string(part.columns.front());
  return "SELECT " + bare_list(part.columns, "t.") + " FROM documents AS d CROSS JOIN " +
         std::string(part.table) +
         " AS t ON t.sentence_id >= d.first_sentence_id AND t.sentence_id < d.first_sentence_id + "
         "d.sentence_count WHERE d.document_id = ? ORDER BY t.sentence_id" +
         (id == "t.sentence_id" ? "" : ", " + id);
}

std::string facts(const DigestedPart& part) {
  std::string any;
  for (std::size_t i = 1; part.supplement && i < part.columns.size(); ++i)
    any.append(any.empty() ? " AND (" : " OR ").append(part.columns[i]).append(" IS NOT NULL");
  if (!any.empty()) any += ')';
  return "SELECT " + (part.supplement ? "'" + std::string(part.table) + "', " : std::string()) +
         bare_list(part.columns, "") + " FROM " + std::string(part.table) +
         " WHERE document_id = ?" + any + " ORDER BY " + std::string(part.columns.front());
}

std::string query_of(const DigestedPart& part) {
  const bool by_sentence = part.table == "sentences" || part.table == "citations";
  return by_sentence ? range(part) : facts(part);
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
      erase_(prepare(database, "DELETE FROM document_digests WHERE document_id = ?")) {
  for (const DigestedPart& part : digested_parts())
    rows_.push_back(prepare(database, query_of(part)));
}

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
  return rows(document_id, digest_of_rows(document_id));
}

DocumentDigests::State DocumentDigests::rows(std::int64_t document_id, std::string_view digest) {
  const Stored known = stored(document_id);
  if (!known.found) return State::unknown;
  return known.rows == digest ? State::sound : State::changed;
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

void DocumentDigests::add_rows(Digest& digest, const Prepared& statement, const DigestedPart& part,
                               std::int64_t document_id) {
  restart(statement, document_id);
  const int columns = sqlite3_column_count(statement.get());
  const int always = part.supplement ? columns : static_cast<int>(part.later);
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
  if (!part.supplement) digest.number(rows);
}

std::string DocumentDigests::digest_of_rows(std::int64_t document_id) {
  Digest digest;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    add_rows(digest, rows_[i], digested_parts()[i], document_id);
  return digest.done();
}

}  // namespace attache
