// SPDX-License-Identifier: MIT
#include "schema/selection_sql.h"

#include <algorithm>

#include "schema/columns.h"
#include "schema/filter_values.h"
#include "schema/fold.h"
#include "schema/groups.h"
#include "schema/identifier.h"
#include "schema/loose_text.h"
#include "schema/nearest.h"

namespace attache {
namespace {

const FilterInfo& filter_named(const TableInfo& table, const std::string& flag) {
  if (const FilterInfo* found = find_filter(table.filters, flag); found != nullptr) return *found;
  std::vector<std::string> flags;
  for (const FilterInfo& filter : table.filters) flags.emplace_back(filter.flag);
  std::vector<std::string> near = nearest(flag, flags);
  for (std::string& one : near) one.insert(0, "--");
  throw SelectionError(std::string(table.name) + " have no filter '--" + flag + "'; " +
                       (near.empty() ? "see" : "did you mean " + comma_list(near) + "? See") +
                       " 'attache " + std::string(table.name) + " --help'");
}

/// Collects conditions and the values that they bind.
class Conditions {
 public:
  explicit Conditions(std::vector<std::string> values) : values_(std::move(values)) {}
  /// `fragment` with each ? bound to `value`.
  std::string bind(const std::string& fragment, const std::string& value) {
    values_.push_back(value);
    const std::string place = "?" + std::to_string(values_.size());
    std::string sql;
    for (const char c : fragment) c == '?' ? sql += place : sql += c;
    return sql;
  }
  /// One of `alternatives` must hold.
  void require(const std::vector<std::string>& alternatives) {
    sql_ += sql_.empty() ? " WHERE (" : " AND (";
    for (std::size_t i = 0; i < alternatives.size(); ++i)
      sql_ += (i == 0 ? "" : " OR ") + alternatives[i];
    sql_ += ")";
  }
  const std::string& sql() const { return sql_; }
  std::vector<std::string> take_values() { return std::move(values_); }

 private:
  std::string sql_;
  std::vector<std::string> values_;
};

bool is_given(const Selection& selection, std::string_view flag) {
  return std::any_of(selection.filters.begin(), selection.filters.end(),
                     [&](const FilterValues& f) { return f.filter == flag; });
}

/// The documents for which `fragment` holds, and all other versions of them.
std::string with_versions(const std::string& fragment) {
  return "document_id IN (SELECT v.document_id FROM documents AS v WHERE coalesce(v.version_of, "
         "v.identity) IN (SELECT coalesce(version_of, identity) FROM documents WHERE " +
         fragment + "))";
}

void add_filter(Conditions& conditions, SQLite::Database& database, const TableInfo& table,
                const FilterValues& values, const Selection& selection) {
  const bool evidence = selection.evidence;
  const FilterInfo& filter = filter_named(table, values.filter);
  std::string fragment(filter.fragment);
  // A path means the newest version; who asks for versions means all of them.
  if (filter.kind == FilterKind::of_document && is_given(selection, "versions"))
    fragment = with_versions(fragment);
  if (evidence && !filter.evidence_fragment.empty())
    fragment = "(" + fragment + " AND " + std::string(filter.evidence_fragment) + ")";
  for (const auto& group : alternatives_of(filter, values.values)) {
    std::vector<std::string> alternatives;
    for (const std::string& value : group)
      for (const std::string& bound : option_values(database, filter, value))
        alternatives.push_back(conditions.bind(fragment, bound));
    if (!alternatives.empty()) conditions.require(alternatives);
  }
}

/// What a filter asks for besides, where the filter that would say otherwise is not given.
void add_alone(Conditions& conditions, const TableInfo& table, const Selection& selection) {
  const auto given = [&](std::string_view flag) { return is_given(selection, flag); };
  for (const FilterInfo& filter : table.filters)
    if (!filter.alone_fragment.empty() && given(filter.flag) && !given(filter.unless))
      conditions.require({std::string(filter.alone_fragment)});
}

void add_text(Conditions& conditions, const TableInfo& table, const std::string& text) {
  std::vector<std::string> alternatives;
  for (const std::string_view column : table.words)
    alternatives.push_back(
        conditions.bind("has_text(" + identifier(column) + ", ?)", wanted_text(text)));
  conditions.require(alternatives);
}

/// The rows to be given, whichever of a group they are.
SelectionSql wanted(SQLite::Database& database, const TableInfo& table,
                    const Selection& selection) {
  return selection.groups.how == Grouping::none ? where_sql(database, table, selection)
                                                : ends_sql(database, table, selection);
}

/// A column of the citation's sentence. Inner names differ, so that the view's is meant outside.
std::string of_sentence(const std::string& column) {
  return "(SELECT b FROM (SELECT sentence_id AS s, " + column +
         " AS b FROM sentences) WHERE s = sentence_id)";
}

std::string order_of(const TableInfo& table, const Selection& selection) {
  const std::string direction = selection.reverse ? " DESC" : "";
  std::string order;
  if (!selection.sort.empty()) {
    Selection sorted = selection;
    sorted.columns = {selection.sort};
    const ColumnInfo column = columns_of(table, sorted).front();
    order = sort_key(column, expression_of(column)) + direction + " NULLS LAST";
  } else if (selection.groups.how != Grouping::none) {
    order = "date" + direction + " NULLS LAST";
  }
  for (const std::string_view column : table.order)
    order += (order.empty() ? "" : ", ") + identifier(column) + direction;
  if (selection.evidence) order += ", \"citation_id\"" + direction;
  return " ORDER BY " + order;
}

}  // namespace

std::string view_of(const TableInfo& table, const Selection& selection) {
  const std::string_view view = selection.evidence ? table.evidence_view : table.view;
  const bool all = std::any_of(
      selection.filters.begin(), selection.filters.end(),
      [&](const FilterValues& f) { return filter_named(table, f.filter).with_rejected; });
  return all ? with_rejected(table, view) : std::string(view);
}

SelectionSql where_sql(SQLite::Database& database, const TableInfo& table,
                       const Selection& selection, std::vector<std::string> before) {
  if (selection.evidence && table.evidence_view.empty())
    throw SelectionError(std::string(table.name) +
                         " have no evidence; ask one of the other tables");
  Conditions conditions(std::move(before));
  for (const FilterValues& values : selection.filters)
    add_filter(conditions, database, table, values, selection);
  add_alone(conditions, table, selection);
  if (selection.text) add_text(conditions, table, *selection.text);
  return {conditions.sql(), conditions.take_values()};
}

std::string sort_key(const ColumnInfo& column, const std::string& expression) {
  const bool plain =
      column.type != ColumnType::text || column.name == "date" || column.name == "country";
  return plain ? expression : "fold(" + expression + ")";
}

std::string limit_sql(const Selection& selection) {
  if (!selection.limit && selection.offset == 0) return {};
  // SQLite reads signed numbers, and takes a negative limit for none.
  constexpr std::uint64_t most = INT64_MAX;
  const std::string limit =
      selection.limit ? std::to_string(std::min(*selection.limit, most)) : "-1";
  return " LIMIT " + limit + " OFFSET " + std::to_string(std::min(selection.offset, most));
}

std::optional<int> key_of(const ColumnInfo& column, const Selection& selection) {
  if (!selection.evidence || gives_groups(selection)) return std::nullopt;
  if (column.name == "quote") return quote_key;
  if (column.name == "sentence_text") return sentence_key;
  if (column.name == "statement") return statement_key;
  return std::nullopt;
}

SelectionSql rows_sql(SQLite::Database& database, const TableInfo& table,
                      const Selection& selection) {
  if (gives_groups(selection)) return groups_sql(database, table, selection);
  SelectionSql where = wanted(database, table, selection);
  std::string columns;
  int farthest = 0;
  for (const ColumnInfo& column : columns_of(table, selection)) {
    const auto key = key_of(column, selection);
    farthest = std::max(farthest, key.value_or(0));
    columns += (columns.empty() ? "" : ", ") + (key ? "NULL" : expression_of(column));
  }
  if (selection.evidence) columns += ", document_id, start, \"end\"";
  if (farthest >= sentence_key)
    columns += ", " + of_sentence("start_byte") + ", " + of_sentence("end_byte");
  if (farthest >= statement_key) columns += ", statement_start, statement_end";
  return {"SELECT " + columns + " FROM " + view_of(table, selection) + where.sql +
              order_of(table, selection) + limit_sql(selection),
          std::move(where.values)};
}

SelectionSql count_sql(SQLite::Database& database, const TableInfo& table,
                       const Selection& selection) {
  Selection all = selection;
  all.limit.reset();
  all.offset = 0;
  SelectionSql counted =
      gives_groups(all) ? groups_sql(database, table, all) : wanted(database, table, all);
  counted.sql = "SELECT count(*) FROM " +
                (gives_groups(all) ? "(" + counted.sql + ")" : view_of(table, all) + counted.sql);
  return counted;
}

}  // namespace attache
