// SPDX-License-Identifier: MIT
#include "schema/row_sums.h"

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "schema/identifier.h"
#include "schema/mixed.h"

namespace attache {
namespace {

std::string_view text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

SummedCell cell_of(const Prepared& row, int column) {
  switch (sqlite3_column_type(row.get(), column)) {
    case SQLITE_NULL: return std::monostate{};
    case SQLITE_INTEGER: return sqlite3_column_int64(row.get(), column);
    default: return text_in(row, column);
  }
}

void bind_name(const Prepared& statement, std::string_view name) {
  sqlite3_reset(statement.get());
  sqlite3_bind_text(statement.get(), 1, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
}

}  // namespace

RowSums::RowSums(SQLite::Database& database)
    : database_(database),
      stored_(prepare(database, "SELECT sum FROM row_sums WHERE name = ?")),
      write_(prepare(database, "INSERT OR REPLACE INTO row_sums(name, sum) VALUES (?, ?)")) {}

std::optional<std::uint64_t> RowSums::stored(std::string_view table) {
  bind_name(stored_, table);
  std::optional<std::uint64_t> sum;
  if (step(database_, stored_))
    sum = static_cast<std::uint64_t>(sqlite3_column_int64(stored_.get(), 0));
  sqlite3_reset(stored_.get());
  return sum;
}

std::uint64_t RowSums::of(std::string_view table) {
  const Prepared rows = prepare(database_, "SELECT * FROM main." + identifier(table));
  std::vector<SummedCell> cells(static_cast<std::size_t>(sqlite3_column_count(rows.get())));
  std::uint64_t sum = 0;
  while (step(database_, rows)) {
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = cell_of(rows, static_cast<int>(i));
    sum += number_of_row(cells);
  }
  return sum;
}

void RowSums::write(std::string_view table) {
  const std::uint64_t sum = of(table);
  bind_name(write_, table);
  sqlite3_bind_int64(write_.get(), 2, static_cast<std::int64_t>(sum));
  step(database_, write_);
  sqlite3_reset(write_.get());
}

void RowSums::add(std::string_view table, std::uint64_t sum) {
  const auto before = stored(table);
  if (!before || sum == 0) return;
  bind_name(write_, table);
  sqlite3_bind_int64(write_.get(), 2, static_cast<std::int64_t>(*before + sum));
  step(database_, write_);
  sqlite3_reset(write_.get());
}

std::uint64_t number_of_row(std::span<const SummedCell> cells) {
  std::uint64_t number = 0;
  for (const SummedCell& cell : cells) {
    std::uint64_t value = cell.index();
    if (const auto* integer = std::get_if<std::int64_t>(&cell))
      value = mixed(value ^ static_cast<std::uint64_t>(*integer));
    if (const auto* text = std::get_if<std::string_view>(&cell)) value = mixed_bytes(value, *text);
    number = mixed(number ^ value);
  }
  return number;
}

}  // namespace attache
