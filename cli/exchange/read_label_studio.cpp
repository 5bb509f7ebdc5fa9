// SPDX-License-Identifier: MIT
// Tasks of `export --to label-studio`, as Label Studio exports them with people's annotations.
#include <algorithm>

#include "cli/exchange/kinds.h"
#include "cli/exchange/label_studio_names.h"
#include "cli/exchange/returned_json.h"
#include "cli/exchange/reviewed.h"
#include "cli/given_file.h"
#include "schema/amendments.h"
#include "seed/read/read.h"

namespace attache {
namespace {

using Json = nlohmann::json;

bool carries_all(std::string_view) { return true; }

/// A member that may be missing or null, as text.
std::string text_at(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found == json.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

/// The first of a list, or the text itself.
std::string first_of(const Json& value, const char* name) {
  const auto found = value.find(name);
  if (found == value.end()) return {};
  const Json& one = found->is_array() ? (found->empty() ? Json() : found->front()) : *found;
  return one.is_string() ? one.get<std::string>() : std::string();
}

/// "2024-05-06T07:08:09.123456Z" to the second.
std::string to_the_second(const std::string& time) {
  return time.size() >= 20 && time[10] == 'T' ? time.substr(0, 19) + "Z" : std::string();
}

/// Who did it: an object with an e-mail address or a name; a bare number says nothing here.
std::string who(const Json& annotation) {
  const auto by = annotation.find("completed_by");
  if (by == annotation.end() || !by->is_object()) return {};
  for (const char* name : {"email", "username"})
    if (std::string found = text_at(*by, name); !found.empty()) return found;
  return {};
}

void add_label(Mark& mark, const Json& result, const Json& value) {
  mark.label = first_of(value, "labels");
  if (const AnnotationKind* kind = kind_of_label(mark.label)) mark.table = kind->table;
  mark.span = {whole_number(value.at("start")), whole_number(value.at("end"))};
  const auto meta = result.find("meta");
  if (meta == result.end() || !meta->is_object() || !meta->contains("text")) return;
  const Json& texts = meta->at("text");
  for (const Json& text : texts.is_array() ? texts : Json::array({texts})) {
    if (!text.is_string()) continue;
    auto words = text.get<std::string>();
    const std::size_t end = std::min(words.find_first_of(" \t\r\n"), words.size());
    if (mark.ref.empty() && words.substr(0, end).find('/') != std::string::npos) {
      mark.ref = words.substr(0, end);
      words = words.substr(std::min(words.find_first_not_of(" \t\r\n", end), words.size()));
    }
    if (!words.empty()) mark.note += (mark.note.empty() ? "" : "; ") + words;
  }
}

/// "organization_role" as column of the mark's table.
void add_value(Mark& mark, const std::string& control, const Json& value) {
  for (const AnnotationKind& kind : annotation_kinds())
    for (const std::string& column : amendable_columns(std::string(kind.table)))
      if (region_field(kind.table, column) == control) {
        std::string said = first_of(value, "choices");
        if (said.empty()) said = first_of(value, "text");
        if (!said.empty()) mark.values.push_back({column, std::move(said)});
      }
}

/// The references of the rows that regions showed when they were handed out.
std::map<std::string, std::string> references_of(const ExportedDocument& document) {
  std::map<std::string, std::string> references;
  for (std::size_t row = 0; row < document.rows.size(); ++row)
    for (std::size_t place = 0; place < document.rows[row].places.size(); ++place)
      references.emplace(region_id(row, place), document.rows[row].ref);
  return references;
}

std::vector<Mark> marks_in(const Json& results, const ExportedDocument& document) {
  std::map<std::string, Mark> regions;
  for (const Json& result : results) {
    const auto value = result.find("value");
    if (value == result.end() || !value->is_object()) continue;
    const std::string whole = text_at(result, "id");
    Mark& mark = regions[whole.substr(0, whole.find('#'))];
    if (text_at(result, "type") == "labels") add_label(mark, result, *value);
    else add_value(mark, text_at(result, "from_name"), *value);
  }
  const std::map<std::string, std::string> references = references_of(document);
  std::vector<Mark> marks;
  for (auto& [id, mark] : regions) {
    if (mark.label.empty()) continue;  // said of the whole task
    const auto reference = references.find(id);
    if (mark.ref.empty() && reference != references.end()) mark.ref = reference->second;
    marks.push_back(std::move(mark));
  }
  return marks;
}

void add_task(const Json& task, Reviewed& reviewed) {
  const ExportedDocument document = exported_in(task.at("data").at("attache"));
  bool touched = false;
  for (const Json& annotation : task.value("annotations", Json::array())) {
    if (annotation.value("was_cancelled", false)) continue;
    touched = true;
    reviewed.documents.push_back({document, marks_in(annotation.at("result"), document),
                                  who(annotation),
                                  to_the_second(text_at(annotation, "updated_at"))});
  }
  if (!touched) ++reviewed.untouched;
}

}  // namespace

Reviewed read_label_studio(const std::string& path) {
  Reviewed reviewed{{}, 0, Ends::stored, carries_all};
  const std::string bytes = read_given(path, most_returned, Given::named);
  try {
    const Json json = returned_json(bytes);
    if (json.is_object()) add_task(json, reviewed);
    else
      for (const Json& task : json) add_task(task, reviewed);
  } catch (const Json::exception&) {
    throw ReadError(path +
                    ": is not what Label Studio exports as JSON (not JSON-MIN) from tasks of "
                    "'attache export --to label-studio'");
  }
  return reviewed;
}

}  // namespace attache
