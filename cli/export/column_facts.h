// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/catalog.h"

namespace attache {

/// What the written values of a column turned out to be, so that a package promises no more.
class ColumnFacts {
 public:
  explicit ColumnFacts(const StoredColumn& column) : kind_(column.kind), values_(column.values) {}

  /// Looks at a value that is written.
  void see(const Cell& cell);

  /// Whether each row has a value that a reader of CSV finds: an empty text is none.
  bool is_full() const { return !empty_; }
  /// Whether all are of the column's closed list.
  bool is_closed() const { return !strays_; }
  /// Whether all have the form that the column's kind says (year, datetime, sha256, partial-date).
  bool has_form() const { return !misformed_; }
  /// Of dates that are as precise as known: "date", "yearmonth" or "year" where all are as precise,
  /// else empty.
  std::string precision() const;

 private:
  std::string kind_;
  std::vector<std::string> values_;
  bool empty_ = false, strays_ = false, misformed_ = false;
  bool years_ = false, months_ = false, days_ = false;  ///< which precisions there are
};

/// One for each column of the table.
std::vector<ColumnFacts> facts_of_columns(const StoredTable& table);

/// The pattern that values of a kind have, in the regular expressions of XML Schema; empty for
/// kinds without one.
std::string pattern_of(const std::string& kind);

}  // namespace attache
