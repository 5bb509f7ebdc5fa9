// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

/// Where a user finds the countries and years of documents: "'attache coverage' lists ...".
std::string where_countries_are();

/// A line for each value of the selection that nothing has, with the nearest ones, for each country
/// without a document, for each name that means several, and for rejected rows that --reviewed
/// leaves out. `rows` is how many it has: a single value that has some needs no look. Throws
/// KnowledgeBaseError.
std::vector<std::string> hints_of(const KnowledgeBase& base, const TableInfo& table,
                                  const Selection& selection, std::uint64_t rows);

/// Why a selection has no row: which options leave none, alone or together. Throws
/// KnowledgeBaseError.
std::string why_nothing(const KnowledgeBase& base, const TableInfo& table,
                        const Selection& selection);

/// How many rows --min-confidence leaves out because nothing is known of theirs; 0 where it is not
/// given. Throws KnowledgeBaseError.
std::uint64_t rows_without_confidence(const KnowledgeBase& base, const TableInfo& table,
                                      const Selection& selection);

}  // namespace attache
