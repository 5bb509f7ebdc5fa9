// SPDX-License-Identifier: MIT
#include "schema/trend.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <optional>

#include "schema/catalog.h"
#include "schema/errors.h"
#include "schema/filter_values.h"
#include "schema/knowledge_base.h"
#include "schema/selection_sql.h"

namespace attache {
namespace {

/// One document has one date and one country, so that counts of these cells may be added up.
using Cells = std::map<std::pair<std::string, int>, TrendPoint>;  // by country and period

/// Those that have a text, with each sentence a row that has one citation.
TableInfo sentences() {
  TableInfo table;
  table.name = sentences_table;
  table.view =
      "(SELECT s.sentence_id, s.document_id, d.slug AS document, d.country AS country, d.date AS "
      "date, 1 AS citations FROM sentences AS s JOIN documents AS d ON d.document_id = "
      "s.document_id)";
  table.filters = find_table("documents")->filters;
  for (FilterInfo& filter : table.filters)
    if (filter.flag == "match")
      filter.fragment =
          "sentence_id IN (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?)";
  return table;
}

TableInfo table_of(const std::string& name) {
  if (name == sentences_table) return sentences();
  const TableInfo* table = find_table(name);
  if (table == nullptr) throw SelectionError("there is no table '" + name + "'");
  return *table;
}

/// `columns` of the rows that the filters let through, by year and country.
SQLite::Statement grouped(SQLite::Database& database, const TableInfo& table,
                          const std::vector<FilterValues>& filters, const std::string& columns) {
  Selection selection;
  selection.filters = filters;
  const SelectionSql where = where_sql(database, table, selection);
  SQLite::Statement statement(database, "SELECT substr(date, 1, 4), country, " + columns +
                                            " FROM " + std::string(table.view) + where.sql +
                                            " GROUP BY 1, 2");
  int index = 0;
  for (const std::string& value : where.values) statement.bind(++index, value);
  return statement;
}

/// The year, or nothing where there is none: a file of another's making may hold any text.
std::optional<int> year_in(SQLite::Statement& row) {
  const std::string text = row.getColumn(0).getString();
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.size() != 4 || !digits) return std::nullopt;
  return std::stoi(text);
}

class Counter {
 public:
  Counter(bool decades, bool by_country) : decades_(decades), by_country_(by_country) {}

  Cells cells;
  std::int64_t undated = 0;

  void count_base(SQLite::Statement& row) {
    while (row.executeStep()) {
      const std::int64_t documents = row.getColumn(2).getInt64();
      if (TrendPoint* point = point_of(row)) point->base += documents;
      else undated += documents;
    }
  }
  void count_said(SQLite::Statement& row) {
    while (row.executeStep()) {
      TrendPoint* point = point_of(row);
      if (point == nullptr) continue;
      point->documents += row.getColumn(2).getInt64();
      point->rows += row.getColumn(3).getInt64();
      point->citations += row.getColumn(4).getInt64();
    }
  }

 private:
  TrendPoint* point_of(SQLite::Statement& row) {
    const auto year = year_in(row);
    if (!year) return nullptr;
    const int period = decades_ ? *year / 10 * 10 : *year;
    const std::string country = by_country_ ? row.getColumn(1).getString() : "";
    return &cells[{country, period}];
  }

  bool decades_;
  bool by_country_;
};

/// The countries that the base names, as their codes, in that order.
std::vector<std::string> countries_of(SQLite::Database& database, const TrendQuestion& question) {
  const FilterInfo* const country = find_filter(find_table("documents")->filters, "country");
  std::vector<std::string> codes;
  for (const FilterValues& filter : question.base) {
    if (filter.filter != country->flag) continue;
    for (const std::string& value : filter.values)
      for (const std::string& code : option_values(database, *country, value))
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  return codes;
}

/// Periods without a document are points, too, with nothing in them.
Trend laid_out(const Counter& counter, const std::vector<std::string>& countries, bool decades) {
  Trend trend;
  trend.undated = counter.undated;
  for (const std::string& country : countries) trend.series.push_back({country, country, {}});
  if (counter.cells.empty()) return trend;
  const auto by_period = [](const auto& a, const auto& b) {
    return a.first.second < b.first.second;
  };
  const auto [first, last] =
      std::minmax_element(counter.cells.begin(), counter.cells.end(), by_period);
  const int step = decades ? 10 : 1;
  for (TrendSeries& series : trend.series) {
    for (int year = first->first.second; year <= last->first.second; year += step) {
      const auto found = counter.cells.find({series.country, year});
      series.points.push_back(found == counter.cells.end() ? TrendPoint{} : found->second);
      series.points.back().year = year;
      trend.base += series.points.back().base;
    }
  }
  return trend;
}

void name_series(SQLite::Database& database, const std::string& country, TrendSeries& series) {
  SQLite::Statement row(database, "SELECT name FROM countries WHERE iso3 = ?");
  row.bind(1, country);
  if (row.executeStep()) series.name = row.getColumn(0).getString();
}

}  // namespace

Trend trend(const KnowledgeBase& base, const TrendQuestion& question) {
  const Snapshot snapshot(base);
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const std::vector<std::string> asked = countries_of(database, question);
    const bool several = question.by_country && asked.size() > 1;
    const std::vector<std::string> countries = several ? asked : std::vector<std::string>{""};
    Counter counter(question.decades, several);
    auto documents = grouped(database, *find_table("documents"), question.base, "count(*)");
    counter.count_base(documents);
    std::vector<FilterValues> all = question.base;
    all.insert(all.end(), question.said.begin(), question.said.end());
    auto said = grouped(database, table_of(question.table), all,
                        "count(DISTINCT document_id), count(*), sum(citations)");
    counter.count_said(said);
    Trend result = laid_out(counter, countries, question.decades);
    for (TrendSeries& series : result.series)
      name_series(database, asked.size() == 1 ? asked.front() : series.country, series);
    return result;
  });
}

}  // namespace attache
