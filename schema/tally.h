// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/select.h"

namespace attache {

/// How often a column has a value.
struct Tally {
  std::string value;  ///< as it is stored: a slug, a code or a name
  std::string name;   ///< what the vocabulary calls it; the value where it calls it nothing
  std::int64_t documents = 0;
  std::int64_t rows = 0;
};

struct Tallies {
  std::vector<Tally> first;  ///< most documents first, then most rows, then by value
  std::int64_t values = 0;   ///< how many different ones there are
};

/// The `most` values of a column that stand in the most documents, among the rows that the filters
/// let through; empty cells aside. Throws SelectionError, KnowledgeBaseError.
Tallies tally(const KnowledgeBase& base, const TableInfo& table,
              const std::vector<FilterValues>& filters, std::string_view column, unsigned most);

/// Documents of a year.
struct YearCount {
  int year = 0;
  std::int64_t documents = 0;
};

/// How many documents pass the filters in each year that has one, in order; those without a date
/// are in none. Throws SelectionError, KnowledgeBaseError.
std::vector<YearCount> documents_by_year(const KnowledgeBase& base,
                                         const std::vector<FilterValues>& filters);

/// How many rows pass the filters, and how many documents have one of them.
struct RowCount {
  std::int64_t rows = 0, documents = 0;
};

/// Throws SelectionError, KnowledgeBaseError.
RowCount row_count(const KnowledgeBase& base, const TableInfo& table,
                   const std::vector<FilterValues>& filters);

}  // namespace attache
