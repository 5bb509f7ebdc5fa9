// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/export/column_facts.h"
#include "schema/catalog.h"

namespace attache {

/// A table that was written, and its file.
struct WrittenTable {
  StoredTable table;  ///< with those references alone that hold
  std::vector<ColumnFacts> columns;
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// What a package says of itself.
struct PackageInfo {
  std::string created;               ///< RFC 3339, UTC
  std::string license;               ///< a name of opendefinition.org or a URL; empty for none
  std::vector<std::string> sources;  ///< of the documents, each once
  std::vector<std::string> asked;    ///< the filters, as options
  bool formulas_escaped = false;
  bool flattened = false;  ///< line ends inside cells are spaces, but in texts of documents
};

/// A datapackage.json that says what is in the CSV files of the tables: Data Package 2.0, valid by
/// the profile tabular-data-package of version 1, too.
std::string package_text(const std::vector<WrittenTable>& tables, const PackageInfo& info);

}  // namespace attache
