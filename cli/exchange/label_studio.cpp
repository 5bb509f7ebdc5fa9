// SPDX-License-Identifier: MIT
// Label Studio: tasks with predictions, which people accept, change or delete there, and the
// labelling interface. It counts code points, and a line end CR LF as two.
#include "cli/exchange/exported.h"
#include "cli/exchange/kinds.h"
#include "cli/exchange/label_studio_names.h"
#include "cli/exchange/writers.h"
#include "cli/output/json.h"
#include "cli/output/xml_text.h"

namespace attache {
namespace {

std::string when(const AnnotationKind& kind) {
  return " toName=\"text\" perRegion=\"true\" visibleWhen=\"region-selected\" "
         "whenTagName=\"label\" whenLabelValue=\"" +
         std::string(kind.label) + "\"";
}

/// How a column is asked for: short lists as choices, anything else as text.
std::string control(const ColumnChoices& one) {
  const AnnotationKind& kind = *kind_of_table(one.table);
  const std::string name = region_field(one.table, one.column);
  std::string out = "  <Header value=\"" + std::string(kind.label) + ": " +
                    std::string(one.column) + "\" size=\"6\"/>\n";
  if (one.values.empty() && !one.boolean)
    return out + "  <TextArea name=\"" + name + "\"" + when(kind) +
           " editable=\"true\" maxSubmissions=\"1\"/>\n";
  out +=
      "  <Choices name=\"" + name + "\"" + when(kind) + " choice=\"single\" layout=\"select\">\n";
  const std::vector<std::string> truths{"0", "1"};
  for (const std::string& value : one.boolean ? truths : one.values)
    out += "    <Choice value=\"" + xml_text(value) + "\"/>\n";
  return out + "  </Choices>\n";
}

std::string interface(const std::vector<ColumnChoices>& columns) {
  std::string out =
      "<View>\n  <Style>.htx-text { white-space: pre-wrap; }</Style>\n"
      "  <Header value=\"$title\"/>\n  <Labels name=\"label\" toName=\"text\">\n";
  for (const AnnotationKind& kind : annotation_kinds())
    out += "    <Label value=\"" + std::string(kind.label) + "\" background=\"" +
           std::string(kind.colour) + "\"/>\n";
  out += "  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n";
  for (const ColumnChoices& one : columns) out += control(one);
  return out + "</View>\n";
}

std::string member(std::string_view name, std::string_view value) {
  return json_string(name) + ":" + json_string(value);
}

/// What a control says of a region: `value` is a member of it besides the place.
std::string result(const std::string& id, const std::string& control, const char* type,
                   const CharacterSpan& place, const std::string& value,
                   const std::string& more = {}) {
  return "{" + member("id", id) + "," + member("from_name", control) +
         ",\"to_name\":\"text\",\"type\":\"" + type +
         "\",\"value\":{\"start\":" + std::to_string(place.first) +
         ",\"end\":" + std::to_string(place.second) + "," + value + "}" + more + "}";
}

class LabelStudioWriter : public ExchangeWriter {
 public:
  LabelStudioWriter(const KnowledgeBase& base, ExchangeFolder& folder)
      : folder_(folder), columns_(column_choices(base)), tasks_(folder.begin("tasks.json")) {
    folder_.refuse_taken("config.xml");
    tasks_.sink().append("[");
  }

  void document(const AnnotatedDocument& document) override {
    const CharacterCounts characters(document.text);
    const ExportedDocument out = exported(document, characters);
    tasks_.sink().append(
        std::string(first_ ? "\n" : ",\n") + "{\"data\":{" + member("text", document.text) + "," +
        member("title", document.title) + "," + member("document", document.document) + "," +
        member("country", document.country) + "," + member("date", document.date) +
        ",\"attache\":" + json_text(out) +
        "},\"predictions\":[{\"model_version\":\"attache " ATTACHE_VERSION "\",\"result\":[" +
        results(document, out) + "]}]}");
    tasks_.sink().checkpoint();
    first_ = false;
  }

  void end() override {
    tasks_.sink().append("\n]\n");
    tasks_.finish();
    folder_.write("config.xml", interface(columns_));
    folder_.put_in_place(tasks_);
  }

 private:
  std::string results(const AnnotatedDocument& document, const ExportedDocument& out) const {
    std::string all;
    for (std::size_t row = 0; row < out.rows.size(); ++row)
      for (std::size_t place = 0; place < out.rows[row].places.size(); ++place)
        add(all, document, row, place, out.rows[row]);
    return all;
  }

  void add(std::string& all, const AnnotatedDocument& document, std::size_t row, std::size_t place,
           const ExportedRow& said) const {
    const AnnotatedPlace& bytes = document.rows[row].places[place];
    const std::string id = region_id(row, place);
    const CharacterSpan& span = said.places[place];
    const auto words = std::string_view(document.text)
                           .substr(static_cast<std::size_t>(bytes.start),
                                   static_cast<std::size_t>(bytes.end - bytes.start));
    std::string more = ",\"meta\":{\"text\":[" + json_string(said.ref) + "]}";
    if (document.rows[row].confidence)
      more += ",\"score\":" + std::to_string(*document.rows[row].confidence);
    all +=
        (all.empty() ? "" : ",") + result(id, "label", "labels", span,
                                          member("text", words) + ",\"labels\":[" +
                                              json_string(kind_of_table(said.table)->label) + "]",
                                          more);
    for (const ColumnChoices& one : columns_) {
      const ColumnValue* value =
          one.table == said.table ? value_of(said.said, one.column) : nullptr;
      if (value == nullptr || value->value.empty()) continue;
      const bool chosen = !one.values.empty() || one.boolean;
      all += "," + result(id, region_field(one.table, one.column), chosen ? "choices" : "textarea",
                          span,
                          std::string(chosen ? "\"choices\":[" : "\"text\":[") +
                              json_string(value->value) + "]");
    }
  }

  ExchangeFolder& folder_;
  std::vector<ColumnChoices> columns_;
  StagedFile tasks_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ExchangeWriter> label_studio_writer(const KnowledgeBase& base,
                                                    ExchangeFolder& folder) {
  return std::make_unique<LabelStudioWriter>(base, folder);
}

}  // namespace attache
