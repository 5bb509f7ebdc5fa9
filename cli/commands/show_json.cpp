// SPDX-License-Identifier: MIT
#include "cli/commands/show_json.h"

#include "cli/commands/show_parts.h"
#include "cli/output/cell.h"
#include "cli/output/json.h"
#include "cli/output/metadata_json.h"
#include "cli/output/place_json.h"
#include "schema/tables.h"

namespace attache {
namespace {

void append_field(std::string& out, const Field& field) {
  append_json_string(out, field.column.name);
  out += ':';
  if (!field.value) {
    out += "null";
  } else if (field.column.type == ColumnType::text ||
             (is_whole(field.column.type) && !number_in(*field.value))) {
    append_json_string(out, *field.value);
  } else if (field.column.type == ColumnType::boolean) {
    append_plain(out, cell_of(field), field.column.type);
  } else {
    out += *field.value;
  }
}

void append_sureness(std::string& out, const CitedPlace& place, std::string_view text,
                     const PlaceWriter& places) {
  if (place.confidence) {
    out += ",\"confidence\":";
    append_number(out, *place.confidence);
  }
  if (place.statement_start == place.statement_end) return;
  const std::string_view words = piece_of(text, place.statement_start, place.statement_end);
  out += ",\"statement\":{";
  places.append(out, static_cast<std::size_t>(place.statement_start),
                static_cast<std::size_t>(place.statement_end));
  out += ",\"quote\":";
  append_json_string(out, words);
  out += '}';
}

void append_place(std::string& out, const CitedPlace& place, std::size_t passage,
                  const std::string& document, std::string_view text, const PlaceWriter& places) {
  const std::string_view words = piece_of(text, place.start, place.end);
  out += "{\"sentence\":" + std::to_string(place.sentence) + ',';
  places.append(out, static_cast<std::size_t>(place.start), static_cast<std::size_t>(place.end));
  out += ",\"quote\":";
  append_json_string(out, words);
  out += ",\"rule\":" + (place.rule.empty() ? "null" : json_string(place.rule)) +
         ",\"ref\":" + json_string(document + "/sentence/" + std::to_string(place.sentence)) +
         ",\"passage\":" + std::to_string(passage);
  append_sureness(out, place, text, places);
  out += '}';
}

/// The places, each with the number of its passage, and the passages, each once.
void append_passages(std::string& out, const std::vector<Passage>& passages,
                     const std::string& document, std::string_view text) {
  const PlaceWriter writer(text);
  std::string places, texts;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    for (const CitedPlace& place : passages[i].places) {
      places += places.empty() ? "" : ",";
      append_place(places, place, i, document, text, writer);
    }
    const auto& [start, end] = passages[i].bytes;
    const std::string_view words = piece_of(text, start, end);
    texts += i == 0 ? "{" : ",{";
    writer.append(texts, static_cast<std::size_t>(start), static_cast<std::size_t>(end));
    texts += ",\"text\":";
    append_json_string(texts, words);
    texts += '}';
  }
  out += ",\"citations\":[" + places + "],\"passages\":[" + texts + "]";
}

void append_rows(std::string& out, const std::vector<std::string>& rows) {
  out += ",\"rows\":[";
  for (std::size_t i = 0; i < rows.size(); ++i) out += (i == 0 ? "" : ",") + json_string(rows[i]);
  out += ']';
}

}  // namespace

std::string json_of(const Referred& referred, const std::vector<Passage>& passages,
                    const std::vector<MetadataRecord>& metadata, std::string_view text,
                    bool with_text) {
  std::string out = "{\"table\":" + json_string(referred.table->name);
  for (const Field& field : referred.fields) {
    // A number of citations has no place beside the citations.
    if (field.column.name == "citations") continue;
    out += ',';
    append_field(out, field);
  }
  if (referred.is_document()) {
    out += ",\"metadata\":";
    append_metadata(out, metadata);
  } else {
    append_passages(out, passages, field_of(referred, "document"), text);
  }
  if (referred.is_sentence()) append_rows(out, referred.rows);
  if (with_text) out += ",\"text\":" + json_string(text);
  return out + "}\n";
}

}  // namespace attache
