// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/select.h"
#include "schema/tables.h"

namespace attache {

/// The sentences of all documents as a table that a trend can ask; they have the filters of
/// documents and `match`.
inline constexpr std::string_view sentences_table = "sentences";

/// What is counted by period.
struct TrendQuestion {
  std::string table;  ///< principles, priorities, organizations, leaders or sentences_table
  std::vector<FilterValues> base;  ///< filters of documents: those that could say it
  std::vector<FilterValues> said;  ///< filters of the table besides
  bool decades = false;            ///< periods are decades, not years
  bool by_country = false;         ///< a series for each country, where `base` names several
};

/// What the documents of a period say.
struct TrendPoint {
  int year = 0;                ///< the first of the period
  std::int64_t base = 0;       ///< documents that could say it
  std::int64_t documents = 0;  ///< those that do
  std::int64_t rows = 0;       ///< rows of the table
  std::int64_t citations = 0;  ///< places
};

/// The periods of one country, or of all documents. All series have the same periods: from the
/// first that has a document to the last, without a hole.
struct TrendSeries {
  std::string country;  ///< code; empty where the series is of all documents
  std::string name;     ///< of the country, also where all documents are of one; its code where it
                        ///< has none
  std::vector<TrendPoint> points;
};

struct Trend {
  std::vector<TrendSeries> series;
  std::int64_t base = 0;     ///< documents that have a date
  std::int64_t undated = 0;  ///< documents that pass the filters and have none: in no period
};

/// Counts. Throws SelectionError, KnowledgeBaseError.
Trend trend(const KnowledgeBase& base, const TrendQuestion& question);

}  // namespace attache
