// SPDX-License-Identifier: MIT
#include "cli/exchange/exported.h"

#include "cli/exchange/lines.h"
#include "cli/output/json.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

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

ExportedRow row_in(const Json& json) {
  ExportedRow row{json.at("table"), json.at("ref"), json.at("review"), {}, {}};
  for (const auto& [column, value] : json.at("said").items())
    row.said.push_back({column, value.get<std::string>()});
  row.places = json.at("places").get<std::vector<CharacterSpan>>();
  return row;
}

}  // namespace

ExportedDocument exported(const AnnotatedDocument& document, const CharacterCounts& characters,
                          Ends ends) {
  ExportedDocument out{document.document, document.sha256, {}};
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
         ",\"sha256\":" + json_string(document.sha256) + ",\"rows\":[" + rows + "]}";
}

ExportedDocument exported_in(const Json& json) {
  ExportedDocument document{json.at("document"), json.at("sha256"), {}};
  for (const Json& row : json.at("rows")) document.rows.push_back(row_in(row));
  return document;
}

}  // namespace attache
