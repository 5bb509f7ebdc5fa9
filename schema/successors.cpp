// SPDX-License-Identifier: MIT
#include "schema/successors.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/errors.h"

namespace attache {

std::map<std::string, std::string> successors_of_countries(const KnowledgeBase& base) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement rows(base.connection(),
                           "SELECT iso3, successor FROM countries WHERE successor IS NOT NULL");
    std::map<std::string, std::string> all;
    while (rows.executeStep()) all[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    return all;
  });
}

}  // namespace attache
