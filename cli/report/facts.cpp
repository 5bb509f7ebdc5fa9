// SPDX-License-Identifier: MIT
#include "cli/report/facts.h"

#include <algorithm>

#include "cli/report/row_kind.h"

namespace attache {
namespace {

constexpr unsigned values_told = 12, countries_told = 20, series_drawn = 4;

/// Shares of single documents say little, so that long spans are told by decade.
constexpr int years_told_singly = 25;

std::size_t countries_asked(const ReportQuestion& question) {
  for (const FilterValues& filter : question.base)
    if (filter.filter == "country") return filter.values.size();
  return 0;
}

/// One more series for each of the most frequent values; the periods are those of the documents, so
/// that all series have the same.
void add_trends(const KnowledgeBase& base, const ReportQuestion& question, TableFacts& facts,
                bool decades) {
  const RowKind& kind = row_kinds[facts.kind];
  const std::size_t values = std::min<std::size_t>(facts.tallies.first.size(), series_drawn);
  if (values == 0) return;
  TrendQuestion asked;
  asked.table = kind.table;
  asked.base = question.base;
  asked.decades = decades;
  facts.by_country = asked.by_country = facts.tallies.values == 1 && countries_asked(question) > 1;
  for (std::size_t i = 0; i < values; ++i) {
    asked.said.clear();
    for (const FilterValues& filter : question.said)
      if (filter.filter != kind.filter &&
          find_filter(find_table(kind.table)->filters, filter.filter))
        asked.said.push_back(filter);
    asked.said.push_back({std::string(kind.filter), {facts.tallies.first[i].value}});
    Trend one = trend(base, asked);
    if (!facts.by_country)
      for (TrendSeries& series : one.series) series.name = facts.tallies.first[i].name;
    if (i == 0) facts.trend = std::move(one);
    else facts.trend.series.insert(facts.trend.series.end(), one.series.begin(), one.series.end());
  }
}

}  // namespace

std::vector<FilterValues> filters_for(const ReportQuestion& question, std::size_t kind) {
  std::vector<FilterValues> filters = question.base;
  const TableInfo& table = *find_table(row_kinds[kind].table);
  for (const FilterValues& filter : question.said)
    if (find_filter(table.filters, filter.filter)) filters.push_back(filter);
  return filters;
}

bool has_documents_chart(const ReportFacts& facts) {
  return facts.years.size() > 1 &&
         std::any_of(facts.years.begin(), facts.years.end(),
                     [](const YearCount& year) { return year.documents > 1; });
}

bool has_charts(const ReportFacts& facts) {
  return has_documents_chart(facts) ||
         std::any_of(facts.tables.begin(), facts.tables.end(),
                     [](const TableFacts& table) { return !table.trend.series.empty(); });
}

ReportFacts facts_of(const KnowledgeBase& base, const ReportQuestion& question) {
  const TableInfo& documents = *find_table("documents");
  ReportFacts facts;
  facts.documents = row_count(base, documents, question.base);
  facts.countries = tally(base, documents, question.base, "country", countries_told);
  facts.engines = tally(base, documents, question.base, "engine_version", 3);
  facts.lexicons = tally(base, documents, question.base, "lexicon_version", 3);
  facts.years = documents_by_year(base, question.base);
  facts.decades = facts.years.size() > 1 &&
                  facts.years.back().year - facts.years.front().year >= years_told_singly;
  for (const std::size_t kind : question.kinds) {
    const TableInfo& table = *find_table(row_kinds[kind].table);
    const auto filters = filters_for(question, kind);
    TableFacts told{kind,
                    row_count(base, table, filters),
                    tally(base, table, filters, row_kinds[kind].counts, values_told),
                    {},
                    false};
    if (facts.years.size() > 1) add_trends(base, question, told, facts.decades);
    facts.tables.push_back(std::move(told));
  }
  return facts;
}

}  // namespace attache
