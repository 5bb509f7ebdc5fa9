// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "seed/lexicon/table_rows.h"

namespace attache {

/// The names that a user's files give to bodies. Whose name one of them is, the user says alone: a
/// built-in name, alias or reading of the same words does not count beside it.
class OwnNames {
 public:
  /// Empty, and quick, where no file was laid over bodies, body_aliases or body_ambiguities.
  explicit OwnNames(std::span<const CsvTable> tables);

  /// Whether a built-in row's name is a user's for another body.
  bool hides(const TableRow& row, std::string_view name, std::string_view slug) const;
  /// Whether a built-in row of body_ambiguities is about a name that is a user's.
  bool hides_reading(const TableRow& row, std::string_view alias) const;

 private:
  void add(std::span<const CsvTable> tables, std::string_view table, std::string_view column);

  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> slugs_;  ///< by name
  std::set<std::string, std::less<>> read_;  ///< names that the user's readings are about
};

}  // namespace attache
