// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/identifier.h"

namespace SQLite {
class Database;
}

namespace attache {

/// The names of a table's columns, in order; none where there is no such table. Throws
/// SQLite::Exception.
std::vector<std::string> column_names(SQLite::Database& database, std::string_view table);

/// a, b -> `"a", "b"`, each with `before` in front ("t.").
template <typename Names>
std::string listed(const Names& names, std::string_view before = {}) {
  std::string list;
  for (const auto& name : names)
    list.append(list.empty() ? "" : ", ").append(before).append(identifier(name));
  return list;
}

/// As many marks for bound values, with commas between.
std::string marks_for(std::size_t count);

}  // namespace attache
