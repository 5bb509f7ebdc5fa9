// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "schema/catalog.h"
#include "schema/select.h"

namespace attache {

/// Which rows of the stored tables are wanted. Rows that a person rejected are left out unless a
/// filter asks for them, as everywhere.
struct StoredChoice {
  std::vector<FilterValues> documents;  ///< filters of the table documents
  std::vector<FilterValues> rows;       ///< filters of what documents say, of any of its tables
  std::vector<std::string_view>
      asked;  ///< tables that what documents say is taken from; "" for all
};

/// The choice of these filters. A filter of rows that only some tables have leaves the rows of the
/// other ones out, as `attache report` does.
StoredChoice stored_choice(std::vector<FilterValues> documents, std::vector<FilterValues> rows);

/// The chosen rows of a table in the order of its primary key. What is kept refers to nothing that
/// is left out: citations to rows, rows and sentences to documents. The vocabulary, rules and
/// samples are whole. Throws SelectionError, KnowledgeBaseError.
void read_all(const KnowledgeBase& base, const StoredTable& table, const RowSink& sink,
              const StoredChoice& choice = {});

}  // namespace attache
