// SPDX-License-Identifier: MIT
#include "cli/export/package.h"

#include <nlohmann/json.hpp>

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

/// Sources that are told one by one; a corpus may have one for each of its documents.
constexpr std::size_t most_sources = 100;

std::string type_of(const StoredColumn& column, const ColumnFacts& facts) {
  if (column.kind == "partial-date" && !facts.precision().empty()) return facts.precision();
  if ((column.kind == "year" || column.kind == "datetime") && facts.has_form()) return column.kind;
  switch (column.type) {
    case ColumnType::integer: return "integer";
    case ColumnType::real: return "number";
    case ColumnType::list: return "array";
    case ColumnType::boolean: return "boolean";
    case ColumnType::text: break;
  }
  return "string";
}

Json constraints_of(const StoredColumn& column, const ColumnFacts& facts, const std::string& type) {
  Json constraints = Json::object();
  if (column.required && facts.is_full()) constraints["required"] = true;
  if (!column.values.empty() && facts.is_closed()) constraints["enum"] = column.values;
  const std::string pattern = pattern_of(column.kind);
  if (!pattern.empty() && type == "string" && facts.has_form()) constraints["pattern"] = pattern;
  if (column.kind == "count" || column.kind == "percent") constraints["minimum"] = 0;
  if (column.kind == "percent") constraints["maximum"] = 100;
  return constraints;
}

Json field_of(const StoredColumn& column, const ColumnFacts& facts) {
  const std::string type = type_of(column, facts);
  Json field = {{"name", column.name}, {"type", type}};
  if (!column.description.empty()) field["description"] = column.description;
  if (Json constraints = constraints_of(column, facts, type); !constraints.empty())
    field["constraints"] = std::move(constraints);
  return field;
}

Json schema_of(const WrittenTable& written) {
  const StoredTable& table = written.table;
  Json schema = {{"fields", Json::array()}};
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    schema["fields"].push_back(field_of(table.columns[i], written.columns[i]));
  if (!table.primary_key.empty()) schema["primaryKey"] = table.primary_key;
  for (const StoredReference& reference : table.references) {
    // The table itself has no name there.
    Json target = {{"resource", reference.table == table.name ? "" : reference.table},
                   {"fields", Json::array({reference.target})}};
    schema["foreignKeys"].push_back(
        {{"fields", Json::array({reference.column})}, {"reference", std::move(target)}});
  }
  // Nothing but an empty cell: NA is Namibia.
  schema["missingValues"] = Json::array({""});
  return schema;
}

Json resource_of(const WrittenTable& written) {
  const StoredTable& table = written.table;
  Json resource = {{"name", table.name},
                   {"path", table.name + ".csv"},
                   {"profile", "tabular-data-resource"},
                   {"type", "table"},
                   {"title", table.label},
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
                   {"bytes", written.bytes},
                   {"hash", "sha256:" + written.sha256},
                   {"rows", written.rows},
                   {"schema", schema_of(written)}};
  if (table.group == "vocabulary") {
    resource["licenses"] = Json::array({{{"name", "MIT"},
                                         {"title", "MIT License"},
                                         {"path", "https://opensource.org/license/mit"}}});
    resource["sources"] = Json::array({{{"title", "The lexicon of attache " ATTACHE_VERSION}}});
  }
  return resource;
}

bool is_address(const std::string& text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

Json license_of(const std::string& license) {
  if (license.empty())
    return {{"name", "notspecified"},
            {"title", "Not specified: the rights in the documents are those of their authors"}};
  if (is_address(license)) return {{"path", license}, {"title", license}};
  return {{"name", license}, {"title", license}};
}

Json sources_of(const std::vector<std::string>& sources) {
  Json list = Json::array();
  for (std::size_t i = 0; i < sources.size() && i < most_sources; ++i) {
    list.push_back({{"title", sources[i]}});
    if (is_address(sources[i])) list.back()["path"] = sources[i];
  }
  if (sources.size() > most_sources)
    list.push_back({{"title", std::to_string(sources.size() - most_sources) +
                                  " more; see the column source of documents"}});
  if (list.empty())
    list.push_back({{"title", "Documents without a stated source; see the table documents"}});
  return list;
}

std::string description_of(const PackageInfo& info) {
  std::string text = "Written by attache export.";
  if (!info.asked.empty()) {
    text += " Filters:";
    for (const std::string& option : info.asked) text += " " + option;
    text += ".";
  }
  if (info.flattened)
    text +=
        " Line ends inside cells are spaces, so that words are not exactly those that are cited; "
        "those of document_texts are kept, since offsets count in them.";
  if (info.formulas_escaped)
    text +=
        " Cells that begin with = + - @, tab or a line end have a ' before them, which is not part "
        "of the value.";
  return text;
}

}  // namespace

std::string package_text(const std::vector<WrittenTable>& tables, const PackageInfo& info) {
  Json package = {{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                  {"profile", "tabular-data-package"},
                  {"name", "attache-knowledge-base"},
                  {"title", "Foreign-policy knowledge base"},
                  {"description", description_of(info)},
                  {"version", ATTACHE_VERSION},
                  {"created", info.created},
                  {"licenses", Json::array({license_of(info.license)})},
                  {"sources", sources_of(info.sources)},
                  {"resources", Json::array()}};
  for (const WrittenTable& table : tables) package["resources"].push_back(resource_of(table));
  return package.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace attache
