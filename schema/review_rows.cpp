// SPDX-License-Identifier: MIT
#include "schema/review_rows.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <set>

#include "schema/bind.h"
#include "schema/fold.h"
#include "schema/identifier.h"
#include "schema/row_sums.h"
#include "schema/spans.h"

namespace attache {
namespace {

std::string shown(const std::string& value) { return value.empty() ? "empty" : "'" + value + "'"; }

std::string key_sql(const JudgedTable& table) {
  return table.slug.empty() ? "key" : "coalesce(key, " + identifier(table.slug) + ")";
}

}  // namespace

const char* const review_columns =
    "document, sha256, table_name, key, quotes, original, decision, amended, why, reviewer, "
    "decided_at";

std::string_view name_of(ReviewStatus status) {
  constexpr std::array<std::string_view, 3> names{"applied", "changed", "orphaned"};
  return names[static_cast<std::size_t>(status)];
}

std::span<const JudgedTable> judged_tables() {
  static const std::vector<JudgedTable> all{
      {"principles", "principle_id", "norm", {"norm", "polarity"}},
      {"priorities", "priority_id", "", {"theme", "actor"}},
      {"organizations", "organization_id", "body", {"body", "role", "role_country"}},
      {"leaders", "leader_id", "", {"office", "office_country"}}};
  return all;
}

std::vector<std::string> judged_table_names() {
  std::vector<std::string> names;
  for (const JudgedTable& table : judged_tables()) names.emplace_back(table.name);
  return names;
}

const JudgedTable* find_judged(std::string_view name) {
  for (const JudgedTable& table : judged_tables())
    if (table.name == name) return &table;
  return nullptr;
}

std::optional<JudgedRow> JudgedRows::find(std::int64_t document_id, std::string_view table,
                                          const std::string& key) {
  JudgedRow row{find_judged(table), 0, document_id, {}, {}};
  if (row.table == nullptr) return std::nullopt;
  SQLite::Statement found(database_, "SELECT " + identifier(row.table->id) + ", review FROM " +
                                         identifier(table) + " WHERE document_id = ? AND " +
                                         key_sql(*row.table) + " = ?");
  found.bind(1, document_id);
  found.bindNoCopy(2, key);
  if (!found.executeStep()) return std::nullopt;
  row.id = found.getColumn(0).getInt64();
  row.review = found.getColumn(1).getString();
  row.quotes = quotes_of(row);
  return row;
}

std::vector<std::string> JudgedRows::quotes_of(const JudgedRow& row) {
  SQLite::Statement text(database_, "SELECT text FROM document_texts WHERE document_id = ?");
  text.bind(1, row.document_id);
  if (!text.executeStep()) return {};
  const auto column = text.getColumn(0);
  const std::string_view words(column.getText(), static_cast<std::size_t>(column.getBytes()));
  SQLite::Statement places(database_, "SELECT start_byte, end_byte FROM citations WHERE " +
                                          identifier(row.table->id) + " = ?");
  places.bind(1, row.id);
  std::set<std::string> quotes;
  while (places.executeStep())
    if (const auto quote =
            cut(words, places.getColumn(0).getInt64(), places.getColumn(1).getInt64()))
      quotes.emplace(*quote);
  return {quotes.begin(), quotes.end()};
}

std::string JudgedRows::value(const JudgedRow& row, std::string_view column) {
  SQLite::Statement found(database_, "SELECT " + identifier(column) + " FROM " +
                                         identifier(row.table->name) + " WHERE " +
                                         identifier(row.table->id) + " = ?");
  found.bind(1, row.id);
  return found.executeStep() ? found.getColumn(0).getString() : std::string();
}

std::string JudgedRows::difference(const JudgedRow& row, const Review& review) {
  if (row.quotes != review.quotes) return "it cites other words now";
  for (const ColumnValue& said : review.original) {
    const std::string now = value(row, said.column);
    const ColumnValue* amended = value_of(review.amended, said.column);
    if (now == said.value || (amended != nullptr && now == amended->value)) continue;
    return said.column + " was " + shown(said.value) + " and is " + shown(now) + " now";
  }
  return {};
}

void JudgedRows::apply(const JudgedRow& row, const Review& review) {
  set_all(row, review.amended);
  set(row, "review", review.decision);
  if (!review.amended.empty()) remember_names(row);
}

void JudgedRows::take_back(const JudgedRow& row, const Review& review) {
  std::vector<ColumnValue> before;
  for (const ColumnValue& value : review.amended) {
    const ColumnValue* said = value_of(review.original, value.column);
    before.push_back({value.column, said == nullptr ? std::string() : said->value});
  }
  // A row that says something else by now was never given what the decision says.
  if (!row.review.empty() && difference(row, review).empty()) set_all(row, before);
  set(row, "review", {});
  if (row.table->slug.empty()) return;
  database_.exec("UPDATE " + identifier(row.table->name) +
                 " SET key = NULL WHERE key = " + identifier(row.table->slug) + " AND " +
                 identifier(row.table->id) + " = " + std::to_string(row.id));
}

/// The reference stays what it was, also where the slug that it is made of becomes another.
void JudgedRows::set_all(const JudgedRow& row, const std::vector<ColumnValue>& values) {
  if (!row.table->slug.empty() && value_of(values, row.table->slug) != nullptr)
    database_.exec("UPDATE " + identifier(row.table->name) + " SET key = " + key_sql(*row.table) +
                   " WHERE " + identifier(row.table->id) + " = " + std::to_string(row.id));
  for (const ColumnValue& value : values) set(row, value.column, value.value);
}

void JudgedRows::set(const JudgedRow& row, std::string_view column, const std::string& value) {
  SQLite::Statement update(database_, "UPDATE " + identifier(row.table->name) + " SET " +
                                          identifier(column) + " = ? WHERE " +
                                          identifier(row.table->id) + " = ?");
  run(update, value, row.id);
}

/// So that --name finds what a person called it.
void JudgedRows::remember_names(const JudgedRow& row) {
  const bool organization = row.table->name == "organizations";
  if (!organization && row.table->name != "leaders") return;
  if (organization && !value(row, "body").empty()) return;
  const std::string name = value(row, "name");
  RowSums sums(database_);
  SQLite::Statement insert(database_,
                           "INSERT OR IGNORE INTO name_forms(folded, name) VALUES (?, ?)");
  for (const std::string& form : {name, organization ? value(row, "acronym") : std::string()}) {
    if (form.empty()) continue;
    const std::string folded = fold(form);
    run(insert, folded, name);
    if (database_.getChanges() > 0)
      sums.add("name_forms", number_of_row(std::array<SummedCell, 2>{folded, name}));
  }
}

std::string json_of(SQLite::Database& database, const std::vector<std::string>& list) {
  SQLite::Statement quoted(database, "SELECT json_quote(?)");
  std::string json = "[";
  for (const std::string& text : list) {
    quoted.reset();
    quoted.bindNoCopy(1, text);
    quoted.executeStep();
    if (json.size() > 1) json += ',';
    json += quoted.getColumn(0).getString();
  }
  return json + "]";
}

std::string json_of(SQLite::Database& database, const std::vector<ColumnValue>& values) {
  std::vector<std::string> list;
  for (const ColumnValue& value : values) list.push_back(value.column + "=" + value.value);
  return json_of(database, list);
}

std::vector<std::string> list_in(SQLite::Database& database, const std::string& json) {
  SQLite::Statement items(database, "SELECT value FROM json_each(?)");
  items.bindNoCopy(1, json);
  std::vector<std::string> list;
  while (items.executeStep()) list.push_back(items.getColumn(0).getString());
  return list;
}

std::vector<ColumnValue> values_in(SQLite::Database& database, const std::string& json) {
  std::vector<ColumnValue> values;
  for (const std::string& item : list_in(database, json))
    if (auto value = column_value(item)) values.push_back(std::move(*value));
  return values;
}

std::optional<ColumnValue> column_value(const std::string& text) {
  const std::size_t at = text.find('=');
  if (at == std::string::npos || at == 0) return std::nullopt;
  return ColumnValue{text.substr(0, at), text.substr(at + 1)};
}

Review read_review(SQLite::Database& database, SQLite::Statement& row) {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  Review review;
  review.document = text(0);
  review.sha256 = text(1);
  review.table = text(2);
  review.key = text(3);
  review.quotes = list_in(database, text(4));
  review.original = values_in(database, text(5));
  review.decision = text(6);
  review.amended = values_in(database, text(7));
  review.why = text(8);
  review.reviewer = text(9);
  review.decided_at = text(10);
  return review;
}

}  // namespace attache
