// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/review.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace attache {

/// What decisions need to know of one of the four tables.
struct JudgedTable {
  std::string_view name, id;
  std::string_view slug;               ///< its key where `key` is NULL; empty: never NULL
  std::vector<std::string_view> says;  ///< columns that a judgement is about
};

/// The tables whose rows can be judged.
std::span<const JudgedTable> judged_tables();
/// Their names.
std::vector<std::string> judged_table_names();
/// The one of that name, or nullptr.
const JudgedTable* find_judged(std::string_view name);

/// A row as decisions see it.
struct JudgedRow {
  const JudgedTable* table = nullptr;
  std::int64_t id = 0, document_id = 0;
  std::vector<std::string> quotes;  ///< each once, in the order of bytes
  std::string review;               ///< the decision that is applied, or empty
};

/// Reads and writes the rows that decisions are about. Opens no transaction. Everything here throws
/// SQLite::Exception.
class JudgedRows {
 public:
  explicit JudgedRows(SQLite::Database& database) : database_(database) {}

  std::optional<JudgedRow> find(std::int64_t document_id, std::string_view table,
                                const std::string& key);
  std::string value(const JudgedRow& row, std::string_view column);

  /// What keeps the decision from being about this row, or empty.
  std::string difference(const JudgedRow& row, const Review& review);
  /// Makes the row what the decision says it is. It must be about this row.
  void apply(const JudgedRow& row, const Review& review);
  /// The row as it was before the decision.
  void take_back(const JudgedRow& row, const Review& review);

 private:
  void set(const JudgedRow& row, std::string_view column, const std::string& value);
  void set_all(const JudgedRow& row, const std::vector<ColumnValue>& values);
  void remember_names(const JudgedRow& row);
  std::vector<std::string> quotes_of(const JudgedRow& row);

  SQLite::Database& database_;
};

/// Lists as they are stored: JSON arrays, of text and of COLUMN=VALUE. Throw SQLite::Exception
/// where `json` is none.
std::string json_of(SQLite::Database& database, const std::vector<std::string>& list);
std::string json_of(SQLite::Database& database, const std::vector<ColumnValue>& values);
std::vector<std::string> list_in(SQLite::Database& database, const std::string& json);
std::vector<ColumnValue> values_in(SQLite::Database& database, const std::string& json);

/// "role=member" as column and value; nothing where there is no `=` behind a name.
std::optional<ColumnValue> column_value(const std::string& text);

/// What read_review() expects, in its order; FROM reviews.
extern const char* const review_columns;
Review read_review(SQLite::Database& database, SQLite::Statement& row);

}  // namespace attache
