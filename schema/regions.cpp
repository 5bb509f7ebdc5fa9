// SPDX-License-Identifier: MIT
#include "schema/regions.h"

#include <sstream>
#include <string>

namespace attache {
namespace {

/// "KEN UGA" as ["KEN","UGA"].
std::string json_array(const std::string& words) {
  std::istringstream in(words);
  std::string list;
  for (std::string word; in >> word;) list += (list.empty() ? "\"" : ",\"") + word + '"';
  return "[" + list + "]";
}

std::string made_sql() {
  std::istringstream lines{std::string(embedded_regions().front().bytes)};
  std::string line;
  std::getline(lines, line);  // the header
  std::string rows;
  while (std::getline(lines, line)) {
    std::istringstream cells(line);  // no cell has a quote or a comma
    std::string slug, name, countries;
    std::getline(cells, slug, ',');
    std::getline(cells, name, ',');
    std::getline(cells, countries);
    rows +=
        (rows.empty() ? "('" : ",('") + slug + "','" + name + "','" + json_array(countries) + "')";
  }
  return "(SELECT column1 AS slug, column2 AS name, column3 AS countries FROM (VALUES" + rows +
         "))";
}

}  // namespace

std::string_view regions_sql() {
  static const std::string sql = made_sql();
  return sql;
}

FilterInfo region_filter() {
  static const std::string fragment = "country IN (SELECT c.value FROM " +
                                      std::string(regions_sql()) +
                                      " AS r, json_each(r.countries) AS c WHERE r.slug = ?)";
  static const std::string spellings = "SELECT slug, slug FROM " + std::string(regions_sql()) +
                                       " UNION ALL SELECT slug, name FROM " +
                                       std::string(regions_sql());
  return {
      "region",           "REGION", "Documents of the countries of this region of the world (M49)",
      FilterKind::closed, fragment, spellings};
}

}  // namespace attache
