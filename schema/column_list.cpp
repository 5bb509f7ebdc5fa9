// SPDX-License-Identifier: MIT
#include "schema/column_list.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace attache {

std::vector<std::string> column_names(SQLite::Database& database, std::string_view table) {
  SQLite::Statement rows(database, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
  rows.bind(1, std::string(table));
  std::vector<std::string> names;
  while (rows.executeStep()) names.push_back(rows.getColumn(0).getString());
  return names;
}

std::string marks_for(std::size_t count) {
  std::string marks;
  for (std::size_t i = 0; i < count; ++i) marks += i == 0 ? "?" : ", ?";
  return marks;
}

}  // namespace attache
