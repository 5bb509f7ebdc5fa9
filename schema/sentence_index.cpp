// SPDX-License-Identifier: MIT
#include "schema/sentence_index.h"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <iterator>

namespace attache {

SentenceIndex::SentenceIndex(SQLite::Database& database)
    : text_(database, "SELECT text FROM document_texts WHERE document_id = ?"),
      sentences_(database,
                 "SELECT s.sentence_id, s.start_byte, s.end_byte FROM documents AS d JOIN sentences AS s "
                 "ON s.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count - 1 "
                 "WHERE d.document_id = ?"),
      insert_(database, "INSERT INTO sentences_fts(rowid, text) VALUES (?, ?)"),
      delete_(database, "INSERT INTO sentences_fts(sentences_fts, rowid, text) VALUES ('delete', ?, ?)") {}

std::vector<SentenceIndex::Entry> SentenceIndex::entries_of(std::int64_t document_id) {
  text_.reset();
  text_.bind(1, document_id);
  if (!text_.executeStep()) return {};
  const std::string text = text_.getColumn(0).getString();
  text_.reset();
  std::vector<Entry> entries;
  sentences_.bind(1, document_id);
  while (sentences_.executeStep()) {
    const auto start = static_cast<std::size_t>(sentences_.getColumn(1).getInt64());
    const auto end = static_cast<std::size_t>(sentences_.getColumn(2).getInt64());
    entries.push_back({sentences_.getColumn(0).getInt64(), text.substr(start, end - start)});
  }
  sentences_.reset();
  return entries;
}

bool SentenceIndex::is_waiting(std::int64_t document_id) const {
  return std::find(added_.rbegin(), added_.rend(), document_id) != added_.rend();
}

void SentenceIndex::add(std::int64_t document_id) {
  if (!is_waiting(document_id)) added_.push_back(document_id);
}

// A document that waits to be added is not in the index yet, and flush() adds what is stored by then.
void SentenceIndex::remove(std::int64_t document_id) {
  if (is_waiting(document_id)) return;
  auto entries = entries_of(document_id);
  std::move(entries.begin(), entries.end(), std::back_inserter(removed_));
}

void SentenceIndex::flush() {
  const auto run = [](SQLite::Statement& statement, const Entry& entry) {
    statement.bind(1, entry.sentence_id);
    statement.bindNoCopy(2, entry.text);
    statement.exec();
    statement.reset();
  };
  for (const Entry& entry : removed_) run(delete_, entry);
  for (const auto document_id : added_)
    for (const Entry& entry : entries_of(document_id)) run(insert_, entry);
  forget_since({});
}

void SentenceIndex::forget_since(Mark mark) {
  added_.erase(added_.begin() + static_cast<std::ptrdiff_t>(mark.added), added_.end());
  removed_.erase(removed_.begin() + static_cast<std::ptrdiff_t>(mark.removed), removed_.end());
}

}  // namespace attache
