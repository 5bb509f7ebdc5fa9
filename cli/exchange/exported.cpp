// SPDX-License-Identifier: MIT
#include "cli/exchange/exported.h"

#include <algorithm>

#include "cli/exchange/kinds.h"
#include "cli/exchange/lines.h"
#include "cli/exchange/returned_json.h"
#include "cli/output/json.h"
#include "schema/amendments.h"

namespace attache {
namespace {

using Json = nlohmann::json;

std::string json_text(const ExportedRow& row) {
  std::string said, places;
  for (const ColumnValue& value : row.said)
    said += (said.empty() ? "" : ",") + json_string(value.column) + ":" + json_string(value.value);
  for (const auto& [start, end] : row.places)
    places +=
        (places.empty() ? "[" : ",[") + std::to_string(start) + "," + std::to_string(end) + "]";
  return "{\"ref\":" + json_string(row.ref) + ",\"table\":" + json_string(row.table) +
         ",\"said\":{" + said + "},\"review\":" + json_string(row.review) + ",\"places\":[" +
         places + "]}";
}

/// SLUG/TABLE/KEY: whoever cuts a reference relies on its parts.
bool is_of_table(const std::string& ref, const std::string& table) {
  const std::string middle = "/" + table + "/";
  const std::size_t slash = ref.find('/');
  return slash > 0 && slash != std::string::npos &&
         ref.compare(slash, middle.size(), middle) == 0 && ref.size() > slash + middle.size();
}

ExportedRow row_in(const Json& json) {
  ExportedRow row{json.at("table"), json.at("ref"), json.at("review"), {}, {}};
  require_as_written(kind_of_table(row.table) != nullptr && is_of_table(row.ref, row.table));
  const Json& said = json.at("said");
  const auto columns = amendable_columns(row.table);
  for (const std::string& column : columns)
    if (const auto value = said.find(column); value != said.end())
      row.said.push_back({column, value->get<std::string>()});
  require_as_written(said.is_object() && said.size() == row.said.size());
  for (const Json& place : json.at("places"))
    row.places.emplace_back(whole_number(place.at(0)), whole_number(place.at(1)));
  return row;
}

}  // namespace

ExportedDocument exported(const AnnotatedDocument& document, const CharacterCounts& characters,
                          Ends ends) {
  ExportedDocument out{document.document, document.sha256, {}, {}, {}};
  for (const AnnotatedRow& row : document.rows) {
    ExportedRow one{row.table, row.ref, row.review, row.values, {}};
    for (const AnnotatedPlace& place : row.places) {
      ByteSpan span{place.start, place.end};
      if (ends == Ends::visible) {
        const auto pieces = pieces_on_lines(document.text, span);
        if (pieces.empty()) continue;
        span = {pieces.front().start, pieces.back().end};
      }
      one.places.emplace_back(characters.before(static_cast<std::size_t>(span.start)),
                              characters.before(static_cast<std::size_t>(span.end)));
    }
    if (ends == Ends::stored || !one.places.empty()) out.rows.push_back(std::move(one));
  }
  return out;
}

std::string json_text(const ExportedDocument& document) {
  std::string rows;
  for (const ExportedRow& row : document.rows) rows += (rows.empty() ? "" : ",") + json_text(row);
  return "{\"document\":" + json_string(document.document) +
         ",\"sha256\":" + json_string(document.sha256) +
         (document.file.empty() ? "" : ",\"file\":" + json_string(document.file)) +
         (document.text_sha256.empty() ? "" : ",\"text\":" + json_string(document.text_sha256)) +
         ",\"rows\":[" + rows + "]}";
}

ExportedDocument exported_in(const Json& json) {
  ExportedDocument document{json.at("document"),
                            json.at("sha256"),
                            {},
                            json.value("file", std::string()),
                            json.value("text", std::string())};
  for (const Json& row : json.at("rows")) document.rows.push_back(row_in(row));
  return document;
}

}  // namespace attache
