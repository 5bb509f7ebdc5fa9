// SPDX-License-Identifier: MIT
#include "cli/exchange/exported.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const ExportedRow& row) {
  Json said = Json::object();
  for (const ColumnValue& value : row.said) said[value.column] = value.value;
  return {{"ref", row.ref},
          {"table", row.table},
          {"said", std::move(said)},
          {"review", row.review},
          {"places", row.places}};
}

ExportedRow row_in(const Json& json) {
  ExportedRow row{json.at("table"), json.at("ref"), json.at("review"), {}, {}};
  for (const auto& [column, value] : json.at("said").items())
    row.said.push_back({column, value.get<std::string>()});
  row.places = json.at("places").get<std::vector<CharacterSpan>>();
  return row;
}

}  // namespace

ExportedDocument exported(const AnnotatedDocument& document, const Characters& characters) {
  ExportedDocument out{document.document, document.sha256, {}};
  for (const AnnotatedRow& row : document.rows) {
    ExportedRow one{row.table, row.ref, row.review, row.values, {}};
    for (const AnnotatedPlace& place : row.places)
      one.places.emplace_back(characters.before(place.start), characters.before(place.end));
    out.rows.push_back(std::move(one));
  }
  return out;
}

Json json_of(const ExportedDocument& document) {
  Json rows = Json::array();
  for (const ExportedRow& row : document.rows) rows.push_back(json_of(row));
  return {{"document", document.document}, {"sha256", document.sha256}, {"rows", std::move(rows)}};
}

ExportedDocument exported_in(const Json& json) {
  ExportedDocument document{json.at("document"), json.at("sha256"), {}};
  for (const Json& row : json.at("rows")) document.rows.push_back(row_in(row));
  return document;
}

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attache
