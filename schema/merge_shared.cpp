// SPDX-License-Identifier: MIT
#include "schema/merge_shared.h"

#include <SQLiteCpp/Database.h>

#include <array>

#include "schema/column_list.h"
#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/row_sums.h"
#include "schema/vocabulary.h"

namespace attache {
namespace {

std::string_view text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes == nullptr ? "" : bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

void bind_text(const Prepared& statement, int index, std::string_view text) {
  sqlite3_bind_text(statement.get(), index, text.data(), static_cast<int>(text.size()),
                    SQLITE_STATIC);
}

/// Copies a row as it is; the statement has a mark for each of its columns.
void copy_row(SQLite::Database& to, const Prepared& row, const Prepared& insert) {
  sqlite3_reset(insert.get());
  for (int i = 0; i < sqlite3_column_count(row.get()); ++i)
    sqlite3_bind_value(insert.get(), i + 1, sqlite3_column_value(row.get(), i));
  step(to, insert);
}

std::string insert_of(SQLite::Database& to, const std::string& table) {
  const auto columns = column_names(to, table);
  return "INSERT INTO main." + identifier(table) + "(" + listed(columns) + ") VALUES (" +
         marks_for(columns.size()) + ")";
}

std::string select_of(SQLite::Database& to, const std::string& table) {
  return "SELECT " + listed(column_names(to, table)) + " FROM main." + identifier(table);
}

}  // namespace

std::unordered_map<std::int64_t, std::int64_t> merge_rules(const MergeSource& from,
                                                           SQLite::Database& to) {
  std::unordered_map<std::int64_t, std::int64_t> ids;
  const Prepared rules = from.rows("SELECT rule_id, rule FROM main.rules ORDER BY rule_id");
  const Prepared insert = prepare(to, "INSERT OR IGNORE INTO rules(rule) VALUES (?)");
  const Prepared find = prepare(to, "SELECT rule_id FROM rules WHERE rule = ?");
  std::uint64_t sum = 0;
  while (from.next(rules)) {
    const std::string_view rule = text_in(rules, 1);
    for (const Prepared* statement : {&insert, &find}) {
      sqlite3_reset(statement->get());
      bind_text(*statement, 1, rule);
    }
    const auto before = sqlite3_total_changes64(to.getHandle());
    step(to, insert);
    const bool added = sqlite3_total_changes64(to.getHandle()) != before;
    step(to, find);
    const std::int64_t id = sqlite3_column_int64(find.get(), 0);
    if (added) sum += number_of_row(std::array<SummedCell, 2>{id, rule});
    ids[sqlite3_column_int64(rules.get(), 0)] = id;
  }
  sqlite3_reset(find.get());
  RowSums(to).add("rules", sum);
  return ids;
}

void merge_name_forms(const MergeSource& from, SQLite::Database& to) {
  const Prepared names = from.rows("SELECT folded, name FROM main.name_forms");
  const Prepared insert =
      prepare(to, "INSERT OR IGNORE INTO name_forms(folded, name) VALUES (?, ?)");
  std::uint64_t sum = 0;
  while (from.next(names)) {
    const auto before = sqlite3_total_changes64(to.getHandle());
    copy_row(to, names, insert);
    if (sqlite3_total_changes64(to.getHandle()) != before)
      sum += number_of_row(std::array<SummedCell, 2>{text_in(names, 0), text_in(names, 1)});
  }
  RowSums(to).add("name_forms", sum);
}

void merge_vocabulary(const MergeSource& from, SQLite::Database& to) {
  if (!vocabulary_version(to).empty()) return;
  RowSums theirs(from.database());
  RowSums ours(to);
  for (const std::string_view table : vocabulary_tables()) {
    const std::string name(table);
    if (guarded(from.file(), from.database(),
                [&] { return theirs.stored(table) != theirs.of(table); }))
      from.damaged("the vocabulary is not what was stored");
    to.exec("DELETE FROM main." + identifier(name));
    const Prepared rows = from.rows(select_of(to, name));
    const Prepared insert = prepare(to, insert_of(to, name));
    while (from.next(rows)) copy_row(to, rows, insert);
    ours.write(table);
  }
}

}  // namespace attache
