// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "schema/tables.h"

namespace attache {

/// A list of values that filters take: its entries with what they mean and how much the knowledge
/// base has of each.
struct VocabularyInfo {
  TableInfo table;         ///< its view is a SELECT in parentheses; the column `slug` is the value
  std::string_view one;    ///< "a norm"
  std::string_view asked;  ///< the table that is asked with its values: "principles"
  std::string_view flag;   ///< by this filter: "norm"
  std::string_view spellings;  ///< SELECT of (value, spelling): what the filter takes
};

/// All of them, in the order of --help.
std::span<const VocabularyInfo> vocabularies();

/// The one of that name, or nullptr.
const VocabularyInfo* find_vocabulary(std::string_view name);

/// The one whose values the filter takes, or nullptr.
const VocabularyInfo* vocabulary_of(const FilterInfo& filter);

/// The vocabularies themselves: name, number of entries, the filter that takes them.
const TableInfo& list_of_vocabularies();

}  // namespace attache
