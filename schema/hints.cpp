// SPDX-License-Identifier: MIT
#include "schema/hints.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>

#include "schema/errors.h"
#include "schema/filter_values.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"
#include "schema/value_key.h"

namespace attache {
namespace {

constexpr std::string_view min_confidence = "min-confidence";

std::vector<std::string> texts(const KnowledgeBase& base, const std::string& sql) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement rows(base.connection(), sql);
    std::vector<std::string> all;
    while (rows.executeStep())
      if (!rows.getColumn(0).isNull()) all.push_back(rows.getColumn(0).getString());
    return all;
  });
}

std::vector<std::string> listed(const KnowledgeBase& base, const FilterInfo& filter,
                                const std::vector<std::string>& given) {
  return guarded(base.file(), base.connection(), [&] {
    std::vector<std::string> values;
    for (const std::string& list : given)
      for (std::string& value : values_in(base.connection(), filter, list))
        values.push_back(std::move(value));
    return values;
  });
}

bool matches_nothing(const KnowledgeBase& base, const TableInfo& table, const std::string& flag,
                     const std::vector<std::string>& values) {
  Selection alone;
  alone.filters = {{flag, values}};
  return count(base, table, alone) == 0;
}

/// "no name 'Natoo' in organizations", and the nearest.
std::string unknown_name(const KnowledgeBase& base, const TableInfo& table,
                         const FilterInfo& filter, const std::string& value) {
  const std::string none =
      "no " + std::string(filter.flag) + " '" + value + "' in " + std::string(table.name);
  for (const TableInfo& other : tables()) {
    const bool takes_it =
        other.name != table.name && filter.kind == FilterKind::wording &&
        std::any_of(other.filters.begin(), other.filters.end(), [&](const FilterInfo& one) {
          return one.flag == filter.flag && one.kind == filter.kind;
        });
    if (takes_it && !matches_nothing(base, other, std::string(filter.flag), {value}))
      return none + "; " + std::string(other.name) + " have it";
  }
  return none + suggestion(value, texts(base, std::string(filter.known)), {});
}

/// "no document says 'source=web'", or no row is of one that does, and what is nearest among what
/// documents say for that key.
std::string unknown_entry(const KnowledgeBase& base, const TableInfo& table,
                          const std::string& entry) {
  const TableInfo& documents = *find_table("documents");
  if (table.name != documents.name && !matches_nothing(base, documents, "meta", {entry}))
    return "no row of " + std::string(table.name) + " is of a document that says '" + entry + "'";
  const std::string key = value_key(entry.substr(0, entry.find('=')));
  std::vector<std::string> said;
  for (std::string& one : texts(base, "SELECT DISTINCT key || '=' || value FROM document_metadata"))
    if (value_key(one.substr(0, one.find('='))) == key) said.push_back(std::move(one));
  return "no document says '" + entry + "'" + suggestion(entry, said, said);
}

/// "'Common Market' is a name of 2 organizations: A, B; all are asked for ...", or nothing where it
/// means one. A name that is asked for beside what it means is no question.
std::string several_meant(const KnowledgeBase& base, const TableInfo& table,
                          const FilterInfo& filter, const std::string& value) {
  const auto meant = guarded(base.file(), base.connection(), [&] {
    SQLite::Statement rows(base.connection(), std::string(filter.meant));
    std::vector<std::string> names;
    for (const std::string& wanted : bound_values(base.connection(), filter, value)) {
      rows.reset();
      rows.bind(1, wanted);
      while (rows.executeStep()) names.push_back(rows.getColumn(0).getString());
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  });
  if (meant.size() < 2) return {};
  return "'" + value + "' is a name of " + std::to_string(meant.size()) + " " +
         std::string(table.name) + " and finds all of them: " + comma_list(meant) + "; --" +
         std::string(filter.flag) + " takes one of these, too";
}

/// The filter as it is given, for a reader: "--name 'United Nations'".
std::string as_option(const TableInfo& table, const FilterValues& asked) {
  const FilterInfo* filter = find_filter(table.filters, asked.filter);
  std::string option = "--" + asked.filter;
  if (filter != nullptr && filter->kind == FilterKind::flag) return option;
  for (std::size_t i = 0; i < asked.values.size(); ++i) {
    const bool plain = asked.values[i].find_first_of(" '\"") == std::string::npos;
    const std::string quote = plain ? "" : "'";
    option += (i == 0 ? " " : ",") + quote + asked.values[i] + quote;
  }
  return option;
}

/// A line for each country of --country that no document is of.
std::vector<std::string> without_documents(const KnowledgeBase& base, const Selection& selection) {
  const TableInfo& documents = *find_table("documents");
  const FilterInfo& country = *find_filter(documents.filters, "country");
  std::vector<std::string> lines;
  for (const FilterValues& asked : selection.filters) {
    if (asked.filter != country.flag) continue;
    for (const std::string& value : listed(base, country, asked.values))
      if (matches_nothing(base, documents, asked.filter, {value}))
        lines.push_back("no document has " + as_option(documents, {asked.filter, {value}}) + "; " +
                        where_countries_are());
  }
  return lines;
}

/// That --reviewed leaves out rows that a person rejected, and how many; empty where it does not.
std::string rejected_besides(const KnowledgeBase& base, const TableInfo& table,
                             const Selection& selection) {
  Selection rejected;
  rejected.text = selection.text;
  rejected.filters = selection.filters;
  bool reviewed = false;
  for (FilterValues& asked : rejected.filters) {
    if (asked.filter == "rejected" || asked.filter == "with-rejected") return {};
    if (asked.filter != "reviewed") continue;
    reviewed = true;
    asked.filter = "rejected";
  }
  const std::uint64_t rows = reviewed ? count(base, table, rejected) : 0;
  if (rows == 0) return {};
  const std::string of = " of " + std::string(table.name);
  return rows == 1 ? "1 rejected row" + of + " is left out; --with-rejected lists it, too"
                   : std::to_string(rows) + " rejected rows" + of +
                         " are left out; --with-rejected lists them, too";
}

}  // namespace

std::string where_countries_are() {
  return "'attache coverage' lists the countries and years of those that there are";
}

std::vector<std::string> hints_of(const KnowledgeBase& base, const TableInfo& table,
                                  const Selection& selection, std::uint64_t rows) {
  std::vector<std::string> lines = without_documents(base, selection);
  if (auto line = rejected_besides(base, table, selection); !line.empty()) lines.push_back(line);
  for (const FilterValues& asked : selection.filters) {
    const FilterInfo* filter = find_filter(table.filters, asked.filter);
    const bool entry = filter != nullptr && filter->kind == FilterKind::entry;
    if (filter == nullptr || (filter->known.empty() && !entry)) continue;
    const auto values = listed(base, *filter, asked.values);
    if (!filter->meant.empty())
      for (const std::string& value : values)
        if (auto line = several_meant(base, table, *filter, value); !line.empty())
          lines.push_back(std::move(line));
    if (rows > 0 && values.size() == 1) continue;
    for (const std::string& value : values)
      if (matches_nothing(base, table, asked.filter, {value}))
        lines.push_back(entry ? unknown_entry(base, table, value)
                              : unknown_name(base, table, *filter, value));
  }
  return lines;
}

std::string why_nothing(const KnowledgeBase& base, const TableInfo& table,
                        const Selection& selection) {
  const std::string rows =
      table.name == "documents" ? "document" : "row of " + std::string(table.name);
  const std::string none = "no " + rows + " has ";
  std::vector<std::string> all, alone;
  for (const FilterValues& asked : selection.filters) {
    all.push_back(as_option(table, asked));
    if (matches_nothing(base, table, asked.filter, asked.values)) alone.push_back(all.back());
  }
  if (selection.text) all.push_back("the words '" + *selection.text + "'");
  if (!alone.empty()) return none + comma_list(alone);
  if (all.size() == 1) return none + all.front();
  if (all.size() > 1) return none + "all of " + comma_list(all) + "; each alone has some";
  return texts(base, "SELECT slug FROM documents LIMIT 1").empty()
             ? "there is no document; 'attache seed' reads some"
             : "there is no " + rows;
}

std::uint64_t rows_without_confidence(const KnowledgeBase& base, const TableInfo& table,
                                      const Selection& selection) {
  Selection others = selection;
  std::erase_if(others.filters, [](const FilterValues& f) { return f.filter == min_confidence; });
  if (others.filters.size() == selection.filters.size()) return 0;
  return guarded(base.file(), base.connection(), [&] {
    const SelectionSql where = where_sql(base.connection(), table, others);
    SQLite::Statement row(base.connection(),
                          "SELECT count(*) FROM " + view_of(table, others) + where.sql +
                              (where.sql.empty() ? " WHERE " : " AND ") + "confidence IS NULL");
    int index = 0;
    for (const std::string& value : where.values) row.bind(++index, value);
    row.executeStep();
    return static_cast<std::uint64_t>(row.getColumn(0).getInt64());
  });
}

}  // namespace attache
