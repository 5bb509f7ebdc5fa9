// SPDX-License-Identifier: MIT
#include "schema/groups.h"

#include <algorithm>
#include <array>

#include "schema/identifier.h"

namespace attache {
namespace {

using enum ColumnType;

/// What is counted of a group.
struct Measure {
  std::string_view name;
  ColumnType type;
  std::string_view sql;  ///< over `counted` and `base`
  bool evidence;         ///< only where citations are counted
  bool share;            ///< only where shares are asked for
};

constexpr std::array measures = {
    Measure{"rows", integer, "row_count", false, false},
    Measure{"documents", integer, "document_count", false, false},
    Measure{"of_documents", integer, "of_documents", false, true},
    Measure{"share_of_documents", real, "round(1.0 * document_count / of_documents, 4)", false,
            true},
    Measure{"sentences", integer, "sentence_count", true, false},
    Measure{"of_sentences", integer, "of_sentences", true, true},
    Measure{"share_of_sentences", real, "round(1.0 * sentence_count / of_sentences, 6)", true,
            true},
};

/// Filters that choose documents, and so what a share is a share of.
constexpr std::array<std::string_view, 6> of_documents = {"country", "region", "document",
                                                          "since",   "until",  "meta"};

/// Columns that say of which documents a group can be.
constexpr std::array<std::string_view, 6> document_columns = {"document", "title", "country",
                                                              "date",     "year",  "decade"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether rows are of documents, as all are but the entries of a vocabulary.
bool is_of_documents(const TableInfo& table) { return find_table(table.name) != nullptr; }

/// The column that tells the document of a row.
std::string document_of(const TableInfo& table) {
  return is_of_documents(table) ? "document_id" : "NULL AS document_id";
}

/// The columns that make the groups, each once.
std::vector<ColumnInfo> keys_of(const TableInfo& table, const Selection& selection) {
  const auto offered = offered_columns(table, selection.evidence);
  std::vector<ColumnInfo> keys;
  for (const std::string& name : selection.groups.columns) {
    const ColumnInfo column = column_named(table, offered, name);
    const bool again = std::any_of(keys.begin(), keys.end(),
                                   [&](const ColumnInfo& key) { return key.name == name; });
    if (!again) keys.push_back(column);
  }
  return keys;
}

std::string key(std::size_t i) { return "k" + std::to_string(i); }

/// "k0, k1, " for `count` keys.
std::string key_list(std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) list += key(i) + ", ";
  return list;
}

std::string without_comma(std::string list) { return list.substr(0, list.size() - 2); }

/// The common table `flat`: the selection's rows with their keys as k0, k1..., and `rest`, which
/// chosen rows hold besides ("document_id", "id, date"), behind `sentence`. A row with a list has a
/// row for each item.
std::string flat_rows(const std::vector<ColumnInfo>& keys, const std::string& from,
                      const std::string& sentence, const std::string& rest) {
  std::string columns;
  std::string items;
  std::string joins;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    columns += expression_of(keys[i]) + " AS " + key(i) + ", ";
    const bool many = keys[i].type == list;
    items += (many ? "item" + std::to_string(i) + ".value AS " : "") + key(i) + ", ";
    if (many) joins += " LEFT JOIN json_each(" + key(i) + ") AS item" + std::to_string(i);
  }
  const std::string chosen = "SELECT " + columns + sentence + rest + " FROM " + from;
  const std::string named = rest.starts_with("NULL AS ") ? rest.substr(8) : rest;
  return joins.empty() ? "flat AS (" + chosen + ")"
                       : "chosen AS (" + chosen + "), flat AS (SELECT " + items + sentence + named +
                             " FROM chosen" + joins + ")";
}

/// The documents that shares are of: those that pass the selection's filters of documents and,
/// where groups are of some documents only, belong to the group's.
std::string base_sql(const std::vector<ColumnInfo>& keys, const std::string& where, bool split) {
  std::string columns;
  std::string names;
  for (std::size_t i = 0; split && i < keys.size(); ++i) {
    if (!is_one_of(document_columns, keys[i].name)) continue;
    columns += expression_of(keys[i]) + " AS b" + std::to_string(i) + ", ";
    names += "b" + std::to_string(i) + ", ";
  }
  const std::string group = names.empty() ? "" : " GROUP BY " + without_comma(names);
  return "base AS (SELECT " + columns +
         "count(*) AS of_documents, sum(sentences) AS of_sentences FROM documents_listing" + where +
         group + ")";
}

/// What joins a group to its documents.
std::string join_sql(const std::vector<ColumnInfo>& keys, bool split) {
  std::string conditions;
  for (std::size_t i = 0; split && i < keys.size(); ++i)
    if (is_one_of(document_columns, keys[i].name))
      conditions += (conditions.empty() ? " ON b" : " AND b") + std::to_string(i) + " IS " + key(i);
  return " JOIN base" + conditions;
}

Selection documents_of(const Selection& selection) {
  Selection documents;
  for (const FilterValues& filter : selection.filters)
    if (is_one_of(of_documents, filter.filter)) documents.filters.push_back(filter);
  return documents;
}

/// What a measure is called beside the keys: a vocabulary's entries have a column `rows` of their
/// own.
std::string called(const Measure& measure, const std::vector<ColumnInfo>& keys) {
  const bool taken = std::any_of(keys.begin(), keys.end(),
                                 [&](const ColumnInfo& key) { return key.name == measure.name; });
  return taken ? "entries" : std::string(measure.name);
}

/// The column's SQL over the groups.
std::string output_sql(const std::vector<ColumnInfo>& keys, const std::string& name) {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].name == name) return key(i);
  const auto measure = std::find_if(measures.begin(), measures.end(),
                                    [&](const Measure& m) { return called(m, keys) == name; });
  return std::string(measure->sql);
}

/// Keys in their order, which is a whole one; by number of rows before where they are counted.
std::string group_order(const std::vector<ColumnInfo>& keys, const TableInfo& table,
                        const Selection& selection) {
  const bool counted = selection.groups.how == Grouping::counted;
  const std::string direction = selection.reverse ? " DESC" : "";
  std::string order;
  if (!selection.sort.empty()) {
    const ColumnInfo column =
        column_named(table, group_columns(table, selection), selection.sort, grouped_by(selection));
    order = sort_key(column, output_sql(keys, column.name)) + direction + " NULLS LAST, ";
  } else if (counted) {
    order = std::string("row_count") + (selection.reverse ? ", " : " DESC, ");
  }
  for (std::size_t i = 0; i < keys.size(); ++i)
    order += sort_key(keys[i], key(i)) + direction + " NULLS LAST, " + key(i) + direction + ", ";
  return " ORDER BY " + without_comma(order);
}

SelectionSql counted_sql(SQLite::Database& database, const TableInfo& table,
                         const Selection& selection, const std::vector<ColumnInfo>& keys) {
  const std::string sentence = selection.evidence ? "sentence_id, " : "";
  SelectionSql sql = where_sql(database, table, selection);
  std::string with =
      "WITH " + flat_rows(keys, view_of(table, selection) + sql.sql, sentence, document_of(table)) +
      ", counted AS (SELECT " + key_list(keys.size()) +
      "count(*) AS row_count, count(DISTINCT document_id) AS document_count" +
      (selection.evidence ? ", count(DISTINCT sentence_id) AS sentence_count" : "") +
      " FROM flat GROUP BY " + without_comma(key_list(keys.size())) + ")";
  std::string from = " FROM counted";
  if (selection.groups.shares) {
    // Documents themselves are shares of all; what they say, of those that could have said it.
    const TableInfo& documents = *find_table("documents");
    const bool split = table.name != documents.name;
    SelectionSql base = where_sql(database, documents, documents_of(selection), sql.values);
    with += ", " + base_sql(keys, base.sql, split);
    from += join_sql(keys, split);
    sql.values = std::move(base.values);
  }
  std::string columns;
  for (const ColumnInfo& column : columns_of(table, selection))
    columns += output_sql(keys, column.name) + ", ";
  sql.sql = with + " SELECT " + without_comma(columns) + from +
            group_order(keys, table, selection) + limit_sql(selection);
  return sql;
}

/// A value that is missing is none.
std::string any_key_known(std::size_t count) {
  std::string condition;
  for (std::size_t i = 0; i < count; ++i)
    condition += (i == 0 ? " WHERE (" : " OR ") + key(i) + " IS NOT NULL";
  return condition + ")";
}

SelectionSql distinct_sql(SQLite::Database& database, const TableInfo& table,
                          const Selection& selection, const std::vector<ColumnInfo>& keys) {
  SelectionSql sql = where_sql(database, table, selection);
  const std::string names = without_comma(key_list(keys.size()));
  sql.sql = "WITH " + flat_rows(keys, view_of(table, selection) + sql.sql, "", document_of(table)) +
            " SELECT " + names + " FROM flat" + any_key_known(keys.size()) + " GROUP BY " + names +
            group_order(keys, table, selection) + limit_sql(selection);
  return sql;
}

}  // namespace

std::string grouped_by(const Selection& selection) {
  if (!gives_groups(selection)) return {};
  std::string names;
  for (const std::string& name : selection.groups.columns)
    names += (names.empty() ? "" : ", ") + name;
  return names;
}

bool gives_groups(const Selection& selection) {
  return selection.groups.how == Grouping::counted || selection.groups.how == Grouping::distinct;
}

std::vector<ColumnInfo> group_columns(const TableInfo& table, const Selection& selection) {
  auto columns = keys_of(table, selection);
  for (ColumnInfo& column : columns)
    if (column.type == list) column.type = text;  // one item each
  if (selection.groups.how != Grouping::counted) return columns;
  std::vector<ColumnInfo> measured;
  for (const Measure& measure : measures)
    if ((!measure.evidence || selection.evidence) && (!measure.share || selection.groups.shares) &&
        (measure.name != "documents" || is_of_documents(table)))
      measured.push_back({called(measure, columns), measure.type});
  columns.insert(columns.end(), measured.begin(), measured.end());
  return columns;
}

SelectionSql groups_sql(SQLite::Database& database, const TableInfo& table,
                        const Selection& selection) {
  const auto keys = keys_of(table, selection);
  return selection.groups.how == Grouping::counted ? counted_sql(database, table, selection, keys)
                                                   : distinct_sql(database, table, selection, keys);
}

SelectionSql ends_sql(SQLite::Database& database, const TableInfo& table,
                      const Selection& selection) {
  const auto keys = keys_of(table, selection);
  const std::string id =
      identifier(selection.evidence ? "citation_id" : std::string(table.order.back()));
  const std::string direction = selection.groups.how == Grouping::last ? " DESC" : "";
  SelectionSql sql = where_sql(database, table, selection);
  std::string known;
  for (std::size_t i = 0; i < keys.size(); ++i)
    known += (i == 0 ? " WHERE " : " AND ") + key(i) + " IS NOT NULL";
  sql.sql = " WHERE " + id + " IN (WITH " +
            flat_rows(keys, view_of(table, selection) + sql.sql, "", id + ", date") + " SELECT " +
            id + " FROM (SELECT " + id + ", row_number() OVER (PARTITION BY " +
            without_comma(key_list(keys.size())) + " ORDER BY date" + direction + " NULLS LAST, " +
            id + direction + ") AS place FROM flat" + known + ") WHERE place = 1)";
  return sql;
}

}  // namespace attache
