// SPDX-License-Identifier: MIT
#include "schema/amendments.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>

#include "schema/errors.h"
#include "schema/filter_values.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/review_rows.h"
#include "schema/tables.h"
#include "schema/vocabularies.h"

namespace attache {
namespace {

/// (value, spelling) of what the filters of tables do not have.
constexpr std::string_view bodies =
    "SELECT slug, slug FROM bodies UNION ALL SELECT slug, name FROM bodies UNION ALL SELECT slug, "
    "acronym FROM bodies UNION ALL SELECT slug, alias FROM body_aliases";
constexpr std::string_view truths =
    "SELECT '1', '1' UNION ALL SELECT '0', '0' UNION ALL SELECT '1', 'true' UNION ALL SELECT '0', "
    "'false' UNION ALL SELECT '1', 'yes' UNION ALL SELECT '0', 'no'";

/// A column that can be amended.
struct Amendable {
  std::string_view table, column;
  std::string_view filter;      ///< of the table: its vocabulary is the column's; empty: none
  std::string_view vocabulary;  ///< where no filter has it; empty: any words
  bool needed = false;          ///< it can't be emptied
  std::string_view emptied{};   ///< what stands there where it is
};

constexpr Amendable amendables[] = {
    {"principles", "norm", "norm", {}},
    {"principles", "polarity", "polarity", {}},
    {"priorities", "theme", "theme", {}},
    {"priorities", "actor", {}, {}},
    {"organizations", "body", {}, bodies},
    {"organizations", "name", {}, {}, true},
    {"organizations", "acronym", {}, {}},
    {"organizations", "kind", "kind", {}},
    {"organizations", "role", "role", {}, false, "mention"},
    {"organizations", "role_country", "country", {}},
    {"leaders", "name", {}, {}, true},
    {"leaders", "office", {}, {}},
    {"leaders", "office_type", "office-type", {}},
    {"leaders", "office_country", "country", {}},
    {"leaders", "body", {}, bodies},
    {"leaders", "speaker", {}, truths, true},
};

const Amendable& amendable(const std::string& table, const std::string& column) {
  for (const Amendable& entry : amendables)
    if (entry.table == table && entry.column == column) return entry;
  const auto names = amendable_columns(table);
  throw SelectionError(table + " have no column '" + column + "' that can be amended" +
                       suggestion(column, names, names));
}

/// The filter of the table that takes the column's values, or nullptr.
const FilterInfo* filter_of(const Amendable& entry) {
  for (const FilterInfo& filter : find_table(entry.table)->filters)
    if (!entry.filter.empty() && filter.flag == entry.filter) return &filter;
  return nullptr;
}

std::string_view vocabulary_of(const Amendable& entry) {
  const FilterInfo* filter = filter_of(entry);
  return filter == nullptr ? entry.vocabulary : filter->vocabulary;
}

AmendableColumn described(const Amendable& entry) {
  AmendableColumn column{entry.column, {}, {}};
  const FilterInfo* filter = filter_of(entry);
  const VocabularyInfo* vocabulary = filter != nullptr            ? vocabulary_of(*filter)
                                     : entry.vocabulary == bodies ? find_vocabulary("bodies")
                                                                  : nullptr;
  if (vocabulary != nullptr) column.vocabulary = vocabulary->table.name;
  else if (entry.vocabulary == truths) column.values = {"true", "false"};
  else if (entry.column == "polarity") column.values = {"upheld", "breach-condemned"};
  return column;
}

std::string resolved(SQLite::Database& database, const Amendable& entry, const std::string& given) {
  if (given.empty()) {
    if (entry.needed) throw SelectionError(std::string(entry.column) + " can't be empty");
    return std::string(entry.emptied);
  }
  const std::string_view vocabulary = vocabulary_of(entry);
  if (vocabulary.empty()) return given;
  const FilterInfo filter{entry.column, {}, {}, FilterKind::closed, {}, vocabulary};
  const auto values = bound_values(database, filter, given);
  if (values.size() == 1) return values.front();
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : " or ") + value;
  throw SelectionError(std::string(entry.column) + " '" + given + "' may be " + list +
                       "; say which");
}

/// A row that names another body has that body's name. One that names none any more keeps its name,
/// since it must have one, but not that body's acronym and kind.
void add_of_body(SQLite::Database& database, std::vector<ColumnValue>& values) {
  const auto body = std::find_if(values.begin(), values.end(),
                                 [](const ColumnValue& value) { return value.column == "body"; });
  if (body == values.end()) return;
  if (body->value.empty()) {
    for (const char* name : {"acronym", "kind"})
      if (value_of(values, name) == nullptr) values.push_back({name, {}});
    return;
  }
  SQLite::Statement row(database, "SELECT name, acronym, kind FROM bodies WHERE slug = ?");
  row.bind(1, body->value);
  if (!row.executeStep()) return;
  int column = 0;
  for (const char* name : {"name", "acronym", "kind"}) {
    if (value_of(values, name) == nullptr)
      values.push_back({name, row.getColumn(column).getString()});
    ++column;
  }
}

/// A row that states no role any more states none of any country.
void add_of_role(std::vector<ColumnValue>& values) {
  const ColumnValue* role = value_of(values, "role");
  if (role != nullptr && role->value == "mention" && value_of(values, "role_country") == nullptr)
    values.push_back({"role_country", {}});
}

}  // namespace

std::vector<std::string> amendable_columns(const std::string& table) {
  std::vector<std::string> names;
  for (const Amendable& entry : amendables)
    if (entry.table == table) names.emplace_back(entry.column);
  return names;
}

std::vector<AmendableColumn> amendable_columns() {
  std::vector<AmendableColumn> all;
  for (const Amendable& entry : amendables) {
    const auto is_known = [&](const AmendableColumn& column) {
      return column.name == entry.column;
    };
    if (std::none_of(all.begin(), all.end(), is_known)) all.push_back(described(entry));
  }
  return all;
}

std::vector<ColumnValue> amendments(SQLite::Database& database, const std::string& table,
                                    const std::vector<std::string>& sets) {
  std::vector<ColumnValue> values;
  for (const std::string& set : sets) {
    const auto given = column_value(set);
    if (!given) throw SelectionError("'" + set + "' is not COLUMN=VALUE");
    if (value_of(values, given->column) != nullptr)
      throw SelectionError(given->column + " is set twice");
    values.push_back(
        {given->column, resolved(database, amendable(table, given->column), given->value)});
  }
  if (table == "organizations") add_of_body(database, values), add_of_role(values);
  return values;
}

void check_amendments(const KnowledgeBase& base, const std::string& table,
                      const std::vector<std::string>& sets) {
  guarded(base.file(), base.connection(), [&] { amendments(base.connection(), table, sets); });
}

}  // namespace attache
