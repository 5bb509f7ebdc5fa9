// SPDX-License-Identifier: MIT
#include "schema/sentence_index.h"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <string>

#include "schema/spans.h"

namespace attache {

SentenceIndex::SentenceIndex(SQLite::Database& database)
    : text_(database, "SELECT text FROM document_texts WHERE document_id = ?"),
      database_(database),
      sentences_(prepare(
          database,
          "SELECT s.sentence_id, s.start_byte, s.end_byte FROM documents AS d JOIN sentences AS s "
          "ON s.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count "
          "- 1 "
          "WHERE d.document_id = ?")),
      insert_(prepare(database, "INSERT INTO sentences_fts(rowid, text) VALUES (?, ?)")),
      delete_(prepare(
          database,
          "INSERT INTO sentences_fts(sentences_fts, rowid, text) VALUES ('delete', ?, ?)")) {}

template <typename Visit>
void SentenceIndex::each_sentence(std::int64_t document_id, Visit visit) {
  text_.reset();
  text_.bind(1, document_id);
  if (!text_.executeStep()) return;
  const SQLite::Column stored = text_.getColumn(0);
  const std::string_view text(stored.getText(), static_cast<std::size_t>(stored.getBytes()));
  auto* const sentence = sentences_.get();
  sqlite3_reset(sentence);  // a call that failed may have left it unfinished
  sqlite3_bind_int64(sentence, 1, document_id);
  while (step(database_, sentences_)) {
    const auto words =
        cut(text, sqlite3_column_int64(sentence, 1), sqlite3_column_int64(sentence, 2));
    if (!words)
      throw SQLite::Exception("sentence " + std::to_string(sqlite3_column_int64(sentence, 0)) +
                                  " does not lie in the text of its document",
                              SQLITE_CORRUPT);
    visit(sqlite3_column_int64(sentence, 0), *words);
  }
  sqlite3_reset(sentence);
  text_.reset();
}

void SentenceIndex::run(const Prepared& statement, std::int64_t sentence_id,
                        std::string_view text) {
  sqlite3_reset(statement.get());  // a call that failed may have left it unfinished
  sqlite3_bind_int64(statement.get(), 1, sentence_id);
  sqlite3_bind_text(statement.get(), 2, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  step(database_, statement);
  sqlite3_reset(statement.get());
}

bool SentenceIndex::is_waiting(std::int64_t document_id) const {
  return std::find(added_.rbegin(), added_.rend(), document_id) != added_.rend();
}

void SentenceIndex::add(std::int64_t document_id) {
  if (!is_waiting(document_id)) added_.push_back(document_id);
}

// A document that waits to be added is not in the index yet, and flush() adds what is stored by
// then.
void SentenceIndex::remove(std::int64_t document_id) {
  if (is_waiting(document_id)) return;
  each_sentence(document_id, [&](std::int64_t id, std::string_view text) {
    removed_.push_back({id, std::string(text)});
  });
}

void SentenceIndex::flush() {
  for (const Entry& entry : removed_) run(delete_, entry.sentence_id, entry.text);
  for (const auto document_id : added_) {
    each_sentence(document_id,
                  [&](std::int64_t id, std::string_view text) { run(insert_, id, text); });
  }
  forget_since({});
}

void SentenceIndex::forget_since(Mark mark) {
  added_.erase(added_.begin() + static_cast<std::ptrdiff_t>(mark.added), added_.end());
  removed_.erase(removed_.begin() + static_cast<std::ptrdiff_t>(mark.removed), removed_.end());
}

}  // namespace attache
