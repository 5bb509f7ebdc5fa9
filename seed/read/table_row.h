// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "seed/read/document_table.h"

namespace attache {

/// The whole is no table of documents; not only one row.
class NoTable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Sets id, what is said and what could not be used from the row's fields besides its text, by the
/// columns that are named or usual. An id stays among the document's own, too.
void describe_row(TableDocument& row, std::vector<MetadataEntry> fields,
                  const TableColumns& columns);

/// The place of the column of this name, or of the one that differs from it in case alone.
std::optional<std::size_t> place_of_column(const std::string& name,
                                           const std::vector<std::string>& header);

/// The place of a column. Throws NoTable, with the columns that there are.
std::size_t column_named(const std::string& name, const std::vector<std::string>& header);

/// Throws NoTable where a column is named that the header lacks.
void check_columns(const TableColumns& columns, const std::vector<std::string>& header);

}  // namespace attache
