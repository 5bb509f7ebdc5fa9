// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cmake/embedded_file.h"

namespace attache {

/// schema/descriptions.csv: what each table, view and column holds. No cell but the last has a
/// comma.
std::span<const EmbeddedFile> embedded_descriptions();

/// What a table, a view or a column holds. Alive for the whole run.
struct Described {
  std::string_view table;   ///< "*" for a column that means the same wherever it stands
  std::string_view column;  ///< empty for a table or view itself
  std::string_view label;   ///< of a table: its name for people
  /// Of a table what it is for: documents, facts, reviews, vocabulary, internal or view. Of a
  /// column what SQL does not say: array, boolean, year, datetime, partial-date (2005, 2005-09 or
  /// 2005-09-17), percent, count (not negative), sha256; else empty.
  std::string_view type;
  std::vector<std::string_view> values;  ///< all that a closed column can hold
  /// Of a column TABLE.COLUMN, whose values it has; of a view the tables whose columns it shows,
  /// between spaces.
  std::string_view refers;
  std::string_view text;  ///< the description
};

/// All lines, in the order of the file.
const std::vector<Described>& descriptions();

/// Of a table or view; nullptr where there is none. A view whose name ends in _all has that of the
/// view without.
const Described* description_of(std::string_view table);

/// Of a column: of this table, else of the tables that a view shows, else of wherever it stands;
/// nullptr where there is none.
const Described* description_of(std::string_view table, std::string_view column);

}  // namespace attache
