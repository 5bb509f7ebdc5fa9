// SPDX-License-Identifier: MIT
#include "schema/added_columns.h"

#include <string>

namespace attache {
namespace {

using enum ColumnType;

/// Of a row: document slug, table and key.
std::string reference_of(const std::string& table, const std::string& row) {
  const std::string key = table == "principles"      ? "coalesce(" + row + ".key, " + row + ".norm)"
                          : table == "organizations" ? "coalesce(" + row + ".key, " + row + ".body)"
                                                     : row + ".key";
  return "d.slug || '/" + table + "/' || " + key;
}

std::string reference_of_citation() {
  std::string sql = "CASE";
  for (const auto& [table, id] :
       {std::pair{"principles", "principle_id"}, std::pair{"priorities", "priority_id"},
        std::pair{"organizations", "organization_id"}, std::pair{"leaders", "leader_id"}})
    sql += std::string(" WHEN t.") + id + " IS NOT NULL THEN (SELECT " + reference_of(table, "r") +
           " FROM " + table + " AS r WHERE r." + id + " = t." + id + ")";
  return sql + " END";
}

/// Where and when the document is from.
void add_origin(std::vector<StoredColumn>& columns) {
  columns.push_back({"country", text, false, {}, {}, {}, "d.country"});
  columns.push_back({"date", text, false, {}, {}, {}, "d.date"});
  columns.push_back({"year", text, false, {}, {}, {}, "substr(d.date, 1, 4)"});
}

StoredColumn words(const char* name, bool required, const std::string& start,
                   const std::string& end) {
  StoredColumn column{name, text, required, {}};
  column.sql = "d.document_id, t." + start + ", t." + end;
  column.cut = true;
  return column;
}

/// The last name in a path: rtrim() with all characters but the slash takes it off.
std::string last_name(const std::string& path) {
  return "substr(" + path + ", length(rtrim(" + path + ", replace(" + path + ", '/', ''))) + 1)";
}

/// A file's place on somebody's disk is nobody else's business: of a path from the root, or a URL
/// of a file, the last name.
std::string without_folders(const std::string& value) {
  return "CASE WHEN " + value + " LIKE '/%' OR " + value + " LIKE 'file:%' THEN " +
         last_name(value) + " ELSE " + value + " END";
}

/// The filters of a sample, in which a document may be named by its path.
std::string asked_without_folders() {
  const std::string path = "substr(a.value, 10)";
  return "(SELECT json_group_array(CASE WHEN a.value LIKE 'document=%' THEN 'document=' || " +
         without_folders(path) + " ELSE a.value END) FROM json_each(t.asked) AS a)";
}

}  // namespace

std::vector<StoredColumn> added_columns(std::string_view table) {
  std::vector<StoredColumn> columns;
  const std::string name(table);
  if (name == "documents") {
    columns.push_back({"path", text, false, {}, {}, {}, last_name("t.path")});
    columns.push_back({"identity", text, false, {}, {}, {}, without_folders("t.identity")});
    columns.push_back({"version_of", text, false, {}, {}, {}, without_folders("t.version_of")});
    columns.push_back({"source", text, false, {}, {}, {}, without_folders("t.source")});
    columns.push_back({"year", text, false, {}, {}, {}, "substr(t.date, 1, 4)"});
  } else if (name == "principles" || name == "priorities" || name == "organizations" ||
             name == "leaders") {
    columns.push_back({"ref", text, true, {}, {}, {}, reference_of(name, "t")});
    add_origin(columns);
  } else if (name == "citations") {
    columns.push_back({"ref", text, true, {}, {}, {}, reference_of_citation()});
    add_origin(columns);
    columns.push_back(words("quote", true, "start_byte", "end_byte"));
    columns.push_back(words("statement", false, "statement_start_byte", "statement_end_byte"));
  } else if (name == "sentences") {
    columns.push_back({"ref", text, true, {}, {}, {}, "d.slug || '/sentence/' || t.ordinal"});
    columns.push_back(words("text", true, "start_byte", "end_byte"));
  } else if (name == "review_samples") {
    columns.push_back({"asked", text, true, {}, {}, {}, asked_without_folders()});
  }
  return columns;
}

}  // namespace attache
