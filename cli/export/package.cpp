// SPDX-License-Identifier: MIT
#include "cli/export/package.h"

#include <nlohmann/json.hpp>

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

const char* type_name(ColumnType type) {
  switch (type) {
    case ColumnType::integer: return "integer";
    case ColumnType::real: return "number";
    case ColumnType::list: return "array";
    case ColumnType::boolean: return "boolean";
    case ColumnType::text: break;
  }
  return "string";
}

Json field_of(const StoredColumn& column) {
  Json field = {{"name", column.name}, {"type", type_name(column.type)}};
  if (!column.description.empty()) field["description"] = column.description;
  if (column.required) field["constraints"] = {{"required", true}};
  return field;
}

Json schema_of(const StoredTable& table) {
  Json schema = {{"fields", Json::array()}};
  for (const StoredColumn& column : table.columns) schema["fields"].push_back(field_of(column));
  if (!table.primary_key.empty()) schema["primaryKey"] = table.primary_key;
  for (const StoredReference& reference : table.references) {
    Json target = {{"resource", reference.table}, {"fields", Json::array({reference.target})}};
    schema["foreignKeys"].push_back(
        {{"fields", Json::array({reference.column})}, {"reference", std::move(target)}});
  }
  schema["missingValues"] = Json::array({""});
  return schema;
}

Json resource_of(const StoredTable& table, std::uint64_t rows) {
  return {{"name", table.name},
          {"path", table.name + ".csv"},
          {"profile", "tabular-data-resource"},
          {"description", table.description},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"dialect",
           {{"delimiter", ","},
            {"lineTerminator", "\r\n"},
            {"quoteChar", "\""},
            {"doubleQuote", true},
            {"header", true}}},
          {"rows", rows},
          {"schema", schema_of(table)}};
}

}  // namespace

std::string package_text(const std::vector<StoredTable>& tables,
                         const std::vector<std::uint64_t>& rows, bool formulas_escaped) {
  Json package = {
      {"name", "attache-knowledge-base"},
      {"profile", "tabular-data-package"},
      {"title", "Foreign-policy knowledge base"},
      {"description", formulas_escaped
                          ? "Cells that begin with = + - @, tab or carriage return have a ' "
                            "before them, which is not part of the value."
                          : "Written by attache export."},
      {"resources", Json::array()}};
  for (std::size_t i = 0; i < tables.size(); ++i)
    package["resources"].push_back(resource_of(tables[i], rows[i]));
  return package.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace attache
