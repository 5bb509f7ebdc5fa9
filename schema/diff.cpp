// SPDX-License-Identifier: MIT
#include "schema/diff.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>

#include "schema/amendments.h"
#include "schema/catalog.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/reference_parts.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// A row of one document: its reference, its words and what it says, column by column.
struct SaidRow {
  std::string ref, words;
  std::vector<std::string> values;
};

/// Rows by their keys, and the keys in the order of the document.
struct SaidRows {
  std::map<std::string, SaidRow> by_key;
  std::vector<std::string> keys;
};

std::string words_in(const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return std::to_string(*number);
  return {};
}

/// What a row says: the columns that a person could amend.
std::vector<std::string> said_columns(const TableInfo& table) {
  return amendable_columns(std::string(table.name));
}

SaidRows rows_of(const KnowledgeBase& base, const TableInfo& table, const std::string& document,
                 const std::vector<FilterValues>& filters) {
  Selection selection;
  selection.filters = filters;
  selection.filters.push_back({"document", {document}});
  selection.columns = said_columns(table);
  const std::size_t said = selection.columns.size();
  selection.columns.emplace_back("ref");
  for (const std::string_view column : table.words) selection.columns.emplace_back(column);
  SaidRows rows;
  select(base, table, selection, [&](std::span<const Cell> cells) {
    SaidRow row;
    row.ref = words_in(cells[said]);
    for (std::size_t i = said + 1; i < cells.size() && row.words.empty(); ++i)
      row.words = words_in(cells[i]);
    for (std::size_t i = 0; i < said; ++i) row.values.push_back(words_in(cells[i]));
    const auto parts = reference_parts(row.ref);
    const std::string key = parts ? parts->key : row.ref;
    if (rows.by_key.emplace(key, std::move(row)).second) rows.keys.push_back(key);
    return true;
  });
  return rows;
}

/// Both sides of one table, and where the changes go.
class TableDiff {
 public:
  TableDiff(const TableInfo& table, const SaidRows& before, const SaidRows& after,
            const std::function<bool(const RowChange&)>& sink)
      : table_(table), before_(before), after_(after), sink_(sink), columns_(said_columns(table)) {}

  DiffCounts run(bool& wanted) {
    for (const std::string& key : before_.keys)
      if (!after_.by_key.contains(key)) {
        ++counts_.lost;
        tell(wanted, one_sided("lost", key, before_.by_key.at(key)));
      }
    for (const std::string& key : after_.keys)
      if (before_.by_key.contains(key)) compare(wanted, key);
    for (const std::string& key : after_.keys)
      if (!before_.by_key.contains(key)) {
        ++counts_.gained;
        tell(wanted, one_sided("gained", key, after_.by_key.at(key)));
      }
    return counts_;
  }

 private:
  void tell(bool& wanted, const RowChange& change) { wanted = wanted && sink_(change); }

  RowChange one_sided(std::string_view what, const std::string& key, const SaidRow& row) const {
    RowChange change{what, table_.name, key, row.words, {}, {}, {}, {}, {}};
    (what == "lost" ? change.before_ref : change.after_ref) = row.ref;
    return change;
  }

  void compare(bool& wanted, const std::string& key) {
    const SaidRow& before = before_.by_key.at(key);
    const SaidRow& after = after_.by_key.at(key);
    RowChange change{"changed", table_.name, key, after.words, {}, {}, {}, before.ref, after.ref};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (before.values[i] == after.values[i]) continue;
      const std::string separator = change.columns.empty() ? "" : "; ";
      change.before += separator + columns_[i] + "=" + before.values[i];
      change.after += separator + columns_[i] + "=" + after.values[i];
      change.columns.push_back(columns_[i]);
    }
    ++(change.columns.empty() ? counts_.same : counts_.changed);
    if (!change.columns.empty()) tell(wanted, change);
  }

  const TableInfo& table_;
  const SaidRows& before_;
  const SaidRows& after_;
  const std::function<bool(const RowChange&)>& sink_;
  std::vector<std::string> columns_;
  DiffCounts counts_;
};

}  // namespace

DiffCounts diff(const KnowledgeBase& base, const std::string& before, const std::string& after,
                const std::vector<std::string>& tables, const std::vector<FilterValues>& filters,
                const std::function<bool(const RowChange&)>& sink) {
  const Snapshot snapshot(base);
  DiffCounts all;
  bool wanted = true;
  for (const std::string& name : tables) {
    const TableInfo* const table = find_table(name);
    if (table == nullptr || table->evidence_view.empty())
      throw SelectionError(name + " has no rows that could change");
    const SaidRows had = rows_of(base, *table, before, filters);
    const SaidRows has = rows_of(base, *table, after, filters);
    const DiffCounts counts = TableDiff(*table, had, has, sink).run(wanted);
    all.gained += counts.gained;
    all.lost += counts.lost;
    all.changed += counts.changed;
    all.same += counts.same;
  }
  return all;
}

std::string version_before(const KnowledgeBase& base, const std::string& document) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement row(
        base.connection(),
        "SELECT v.slug FROM documents AS d JOIN documents AS v ON coalesce(v.version_of, "
        "v.identity) = coalesce(d.version_of, d.identity) WHERE d.slug = ?1 AND (ifnull(v.date, "
        "''), v.document_id) < (ifnull(d.date, ''), d.document_id) ORDER BY ifnull(v.date, '') "
        "DESC, v.document_id DESC LIMIT 1");
    row.bindNoCopy(1, document);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
  });
}

}  // namespace attache
