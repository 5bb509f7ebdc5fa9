// SPDX-License-Identifier: MIT
// Label Studio: tasks with predictions, which people accept, change or delete there, and the
// labelling interface. It counts code points, and a line end CR LF as two.
#include "cli/exchange/characters.h"
#include "cli/exchange/exported.h"
#include "cli/exchange/kinds.h"
#include "cli/exchange/label_studio_names.h"
#include "cli/exchange/writers.h"
#include "cli/output/xml_text.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

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

class LabelStudioWriter : public ExchangeWriter {
 public:
  LabelStudioWriter(const KnowledgeBase& base, const ExchangeFolder& folder)
      : folder_(folder), columns_(column_choices(base)) {
    folder_.refuse_taken("config.xml");
  }

  void document(const AnnotatedDocument& document) override {
    const Characters characters(document.text);
    const ExportedDocument out = exported(document, characters);
    Json task = {{"data",
                  {{"text", document.text},
                   {"title", document.title},
                   {"document", document.document},
                   {"country", document.country},
                   {"date", document.date},
                   {"attache", json_of(out)}}},
                 {"predictions", Json::array({{{"model_version", "attache " ATTACHE_VERSION},
                                               {"result", results(document, out)}}})}};
    tasks_ += (tasks_.empty() ? "\n" : ",\n") + text_of(task);
  }

  void end() override {
    folder_.write("config.xml", interface(columns_));
    folder_.write("tasks.json", "[" + tasks_ + "\n]\n");
  }

 private:
  Json results(const AnnotatedDocument& document, const ExportedDocument& out) const {
    Json all = Json::array();
    for (std::size_t row = 0; row < out.rows.size(); ++row)
      for (std::size_t place = 0; place < out.rows[row].places.size(); ++place)
        add(all, document, row, place, out.rows[row]);
    return all;
  }

  void add(Json& all, const AnnotatedDocument& document, std::size_t row, std::size_t place,
           const ExportedRow& said) const {
    const AnnotatedPlace& bytes = document.rows[row].places[place];
    const auto [start, end] = said.places[place];
    const Json region = {{"start", start}, {"end", end}};
    const auto result = [&](const std::string& from, const char* type, Json value) {
      Json one = {{"id", region_id(row, place)},
                  {"from_name", from},
                  {"to_name", "text"},
                  {"type", type},
                  {"value", region}};
      one["value"].update(value);
      return one;
    };
    Json label =
        result("label", "labels",
               {{"text", document.text.substr(static_cast<std::size_t>(bytes.start),
                                              static_cast<std::size_t>(bytes.end - bytes.start))},
                {"labels", Json::array({std::string(kind_of_table(said.table)->label)})}});
    label["meta"] = {{"text", Json::array({said.ref})}};
    if (document.rows[row].confidence) label["score"] = *document.rows[row].confidence;
    all.push_back(std::move(label));
    for (const ColumnChoices& one : columns_) {
      const ColumnValue* value =
          one.table == said.table ? value_of(said.said, one.column) : nullptr;
      if (value == nullptr || value->value.empty()) continue;
      const bool chosen = !one.values.empty() || one.boolean;
      all.push_back(result(region_field(one.table, one.column), chosen ? "choices" : "textarea",
                           {{chosen ? "choices" : "text", Json::array({value->value})}}));
    }
  }

  const ExchangeFolder& folder_;
  std::vector<ColumnChoices> columns_;
  std::string tasks_;
};

}  // namespace

std::unique_ptr<ExchangeWriter> label_studio_writer(const KnowledgeBase& base,
                                                    const ExchangeFolder& folder) {
  return std::make_unique<LabelStudioWriter>(base, folder);
}

}  // namespace attache
