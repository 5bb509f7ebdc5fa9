// SPDX-License-Identifier: MIT
#include "schema/merge_rows.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/integer_rows.h"

namespace attache {
namespace {

/// What becomes of a cell.
struct Place {
  const MergedColumn* ids = nullptr;
  bool is_key = false;
};

std::vector<Place> places_of(const MergedTable& table, const std::vector<std::string>& columns) {
  std::vector<Place> places(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    places[i].is_key = !table.key.empty() && columns[i] == table.key;
    for (const MergedColumn& column : table.columns)
      if (column.name == columns[i]) places[i].ids = &column;
  }
  return places;
}

/// A row on its way: its ids are found first, since a row may be left out.
class Row {
 public:
  Row(const MergeSource& from, const MergedTable& table, const std::vector<Place>& places)
      : from_(from), table_(table), places_(places), ids_(places.size()) {}

  /// False where it is left out. What decides that goes first: what a row names that is left out is
  /// left out, too.
  bool take(const Prepared& row) {
    for (const bool deciding : {true, false}) {
      for (std::size_t i = 0; i < places_.size(); ++i) {
        const MergedColumn* column = places_[i].ids;
        if (column == nullptr ? deciding : column->decides != deciding) continue;
        ids_[i].reset();
        const int place = static_cast<int>(i);
        if (column == nullptr || sqlite3_column_type(row.get(), place) == SQLITE_NULL) continue;
        ids_[i] = column->id(sqlite3_column_int64(row.get(), place));
        if (!ids_[i] && deciding) return false;
        if (!ids_[i])
          from_.damaged("a row of " + table_.name +
                        " names a row that is not there, or is another document's");
      }
    }
    for (std::size_t i = 0; i < places_.size(); ++i)
      if (places_[i].is_key)
        ids_[i] = table_.keys->add(sqlite3_column_int64(row.get(), static_cast<int>(i)));
    return true;
  }
  const std::vector<std::optional<std::int64_t>>& ids() const { return ids_; }

 private:
  const MergeSource& from_;
  const MergedTable& table_;
  const std::vector<Place>& places_;
  std::vector<std::optional<std::int64_t>> ids_;
};

class Single {
 public:
  Single(SQLite::Database& to, const std::string& table, const std::vector<std::string>& columns)
      : to_(to),
        insert_(prepare(to, "INSERT INTO main." + identifier(table) + "(" + listed(columns) +
                                ") VALUES (" + marks_for(columns.size()) + ")")) {}

  void store(const Prepared& row, const std::vector<std::optional<std::int64_t>>& ids) {
    sqlite3_reset(insert_.get());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const int column = static_cast<int>(i);
      if (ids[i]) sqlite3_bind_int64(insert_.get(), column + 1, *ids[i]);
      else sqlite3_bind_value(insert_.get(), column + 1, sqlite3_column_value(row.get(), column));
    }
    step(to_, insert_);
  }
  void flush() const {}

 private:
  SQLite::Database& to_;
  Prepared insert_;
};

class Many {
 public:
  Many(const MergeSource& from, SQLite::Database& to, const std::string& table,
       const std::vector<std::string>& columns)
      : from_(from),
        rows_(to, "main." + identifier(table), listed(columns)),
        cells_(columns.size()) {}

  void store(const Prepared& row, const std::vector<std::optional<std::int64_t>>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) cells_[i] = ids[i] ? ids[i] : cell(row, int(i));
    rows_.add(cells_);
  }
  void flush() { rows_.flush(); }

 private:
  IntegerRows::Value cell(const Prepared& row, int column) const {
    const int type = sqlite3_column_type(row.get(), column);
    if (type == SQLITE_NULL) return std::nullopt;
    if (type != SQLITE_INTEGER) from_.damaged("a number is none");
    return sqlite3_column_int64(row.get(), column);
  }

  const MergeSource& from_;
  IntegerRows rows_;
  std::vector<IntegerRows::Value> cells_;
};

template <typename Sink>
void copy(const MergeSource& from, const MergedTable& table,
          const std::vector<std::string>& columns, Sink sink) {
  const std::vector<Place> places = places_of(table, columns);
  const std::string& order = table.order.empty() ? table.key : table.order;
  const Prepared rows = from.rows("SELECT " + listed(columns) + " FROM main." +
                                  identifier(table.name) + " ORDER BY " + identifier(order));
  Row row(from, table, places);
  while (from.next(rows))
    if (row.take(rows)) sink.store(rows, row.ids());
  sink.flush();
}

}  // namespace

Prepared MergeSource::rows(const std::string& sql) const {
  return guarded(file(), database(), [&] { return prepare(database(), sql); });
}

bool MergeSource::next(const Prepared& rows) const {
  const int code = sqlite3_step(rows.get());
  if (code == SQLITE_ROW || code == SQLITE_DONE) return code == SQLITE_ROW;
  throw error_of(file(), SQLite::Exception(database().getHandle(), code), database());
}

void MergeSource::damaged(const std::string& what) const {
  throw KnowledgeBaseError(
      KnowledgeBaseError::Kind::damaged,
      file().string() + ": " + what + "; 'attache check --db " + file().string() + "' tells more");
}

std::vector<std::string> column_names(SQLite::Database& database, const std::string& table) {
  const Prepared names = prepare(database, "SELECT name FROM pragma_table_info(?)");
  sqlite3_bind_text(names.get(), 1, table.data(), static_cast<int>(table.size()), SQLITE_STATIC);
  std::vector<std::string> found;
  while (step(database, names))
    found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(names.get(), 0)));
  return found;
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + identifier(name);
  return list;
}

std::string marks_for(std::size_t count) {
  std::string marks;
  for (std::size_t i = 0; i < count; ++i) marks += i == 0 ? "?" : ", ?";
  return marks;
}

void merge_rows(const MergeSource& from, SQLite::Database& to, const MergedTable& table) {
  const std::vector<std::string> columns = column_names(to, table.name);
  if (table.integers) copy(from, table, columns, Many(from, to, table.name, columns));
  else copy(from, table, columns, Single(to, table.name, columns));
}

}  // namespace attache
