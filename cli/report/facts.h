// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/tally.h"
#include "schema/trend.h"

namespace attache {

/// What a report is asked for.
struct ReportQuestion {
  std::vector<FilterValues> base;    ///< filters of documents: those that are asked
  std::vector<FilterValues> said;    ///< filters of tables besides
  std::vector<std::size_t> kinds;    ///< tables that are told, as indexes into row_kinds, in order
  std::uint64_t limit = 0;           ///< rows of a table at most
  std::string words;                 ///< the filters, for people
  std::vector<std::string> command;  ///< the options that ask for it again
};

/// The filters that a table has, of those of the question.
std::vector<FilterValues> filters_for(const ReportQuestion& question, std::size_t kind);

/// What is counted of a table.
struct TableFacts {
  std::size_t kind = 0;
  RowCount count;
  Tallies tallies;  ///< of the column that the table is counted by
  Trend trend;      ///< of the first of them, a series each; none where there is nothing to draw
  bool by_country = false;  ///< the series are countries, of the one value that there is
};

/// All that is counted before the first word is written.
struct ReportFacts {
  RowCount documents;
  Tallies countries, engines, lexicons;
  std::vector<YearCount> years;
  bool decades = false;  ///< periods of the trends
  std::vector<TableFacts> tables;
};

/// Whether there is anything to draw over time.
bool has_charts(const ReportFacts& facts);
/// Whether a year has more than one document, so that there is a chart of them.
bool has_documents_chart(const ReportFacts& facts);

/// Counts. Throws SelectionError, KnowledgeBaseError.
ReportFacts facts_of(const KnowledgeBase& base, const ReportQuestion& question);

}  // namespace attache
