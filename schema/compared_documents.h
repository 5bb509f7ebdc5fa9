// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/prepared.h"
#include "schema/select.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {

/// The filters of several lists, all of which must hold.
std::vector<FilterValues> joined_filters(
    std::initializer_list<const std::vector<FilterValues>*> parts);

/// where_sql() of filters alone. Throws SelectionError.
SelectionSql where_of(SQLite::Database& database, const TableInfo& table,
                      const std::vector<FilterValues>& filters,
                      std::vector<std::string> before = {});

/// The statement with its values, which must outlive it.
Prepared bound(SQLite::Database& database, const SelectionSql& asked);

/// A document of one side of a comparison.
struct ComparedDocument {
  std::size_t number = 0;  ///< by date; those without one last
  std::string slug;
  std::size_t sentences = 0;
};

using ComparedDocuments = std::unordered_map<std::int64_t, ComparedDocument>;

/// The documents of a side by their ids. Throws SelectionError.
ComparedDocuments compared_documents(SQLite::Database& database,
                                     const std::vector<FilterValues>& filters);

/// How one side of a comparison says a thing, while its rows are read by document.
struct ComparedThing {
  std::int64_t documents = 0, citations = 0;
  std::int64_t last_document = -1;
  std::size_t first_number = SIZE_MAX;  ///< of the earliest document
  std::int64_t first_key = 0;           ///< of its first row

  /// Adds a row of a document; gives whether it is the earliest so far.
  bool add(std::int64_t document, std::size_t number, std::int64_t row, std::int64_t places);
};

}  // namespace attache
