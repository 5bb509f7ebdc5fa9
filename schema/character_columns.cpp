// SPDX-License-Identifier: MIT
#include "schema/character_columns.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/characters.h"
#include "schema/prepared.h"
#include "schema/spans.h"

namespace attache {
namespace {

/// A row's id and the bytes of its places; nothing where they are NULL.
struct Row {
  std::int64_t id = 0;
  std::vector<std::optional<std::int64_t>> bytes;
};

std::optional<std::int64_t> number_in(const Prepared& row, int column) {
  if (sqlite3_column_type(row.get(), column) == SQLITE_NULL) return std::nullopt;
  return sqlite3_column_int64(row.get(), column);
}

/// The rows of one table: read and counted for one document after the other.
class Filler {
 public:
  /// `read` gives a row's id and its bytes; `write` takes the characters and the id behind them.
  Filler(SQLite::Database& database, const std::string& read, const std::string& write)
      : database_(database), read_(prepare(database, read)), write_(prepare(database, write)) {}

  void fill(std::int64_t first_sentence_id, std::int64_t sentences, std::string_view text,
            const CharacterCounts& characters) {
    for (const Row& row : rows_of(first_sentence_id, sentences)) {
      sqlite3_reset(write_.get());
      int place = 0;
      for (const auto byte : row.bytes) {
        ++place;
        if (byte && is_boundary(text, *byte))
          sqlite3_bind_int64(write_.get(), place,
                             characters.before(static_cast<std::size_t>(*byte)));
        else sqlite3_bind_null(write_.get(), place);
      }
      sqlite3_bind_int64(write_.get(), place + 1, row.id);
      step(database_, write_);
    }
  }

 private:
  /// All before the first is written: a statement must not read what another changes under it.
  std::vector<Row> rows_of(std::int64_t first_sentence_id, std::int64_t sentences) {
    sqlite3_reset(read_.get());
    sqlite3_bind_int64(read_.get(), 1, first_sentence_id);
    sqlite3_bind_int64(read_.get(), 2, sentences);
    std::vector<Row> rows;
    while (step(database_, read_)) {
      Row row{sqlite3_column_int64(read_.get(), 0), {}};
      for (int i = 1; i < sqlite3_column_count(read_.get()); ++i)
        row.bytes.push_back(number_in(read_, i));
      rows.push_back(std::move(row));
    }
    return rows;
  }

  SQLite::Database& database_;
  Prepared read_, write_;
};

std::string_view text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

}  // namespace

void fill_character_columns(SQLite::Database& database) {
  const std::string range = " WHERE sentence_id >= ?1 AND sentence_id < ?1 + ?2";
  Filler sentences(database, "SELECT sentence_id, start_byte, end_byte FROM sentences" + range,
                   "UPDATE sentences SET start_char = ?, end_char = ? WHERE sentence_id = ?");
  Filler citations(database,
                   "SELECT citation_id, start_byte, end_byte, statement_start_byte, "
                   "statement_end_byte FROM citations" +
                       range,
                   "UPDATE citations SET start_char = ?, end_char = ?, statement_start_char = ?, "
                   "statement_end_char = ? WHERE citation_id = ?");
  const Prepared documents =
      prepare(database,
              "SELECT d.first_sentence_id, d.sentence_count, t.text FROM documents AS d "
              "JOIN document_texts AS t USING (document_id) ORDER BY d.document_id");
  while (step(database, documents)) {
    const std::string_view text = text_in(documents, 2);
    const CharacterCounts characters(text);
    const std::int64_t first = sqlite3_column_int64(documents.get(), 0);
    const std::int64_t count = sqlite3_column_int64(documents.get(), 1);
    sentences.fill(first, count, text, characters);
    citations.fill(first, count, text, characters);
  }
}

}  // namespace attache
