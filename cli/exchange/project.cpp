// SPDX-License-Identifier: MIT
// Projects and codebooks of the REFI-QDA standard 1.5 (project.qde and .qdc), which NVivo, MAXQDA,
// ATLAS.ti, QualCoder and others read. Positions are code points, from 0; the end is one behind.
#include <algorithm>
#include <map>
#include <set>

#include "cli/exchange/codebook.h"
#include "cli/exchange/lines.h"
#include "cli/exchange/names.h"
#include "cli/exchange/spool.h"
#include "cli/exchange/writers.h"
#include "cli/exchange/zip.h"
#include "cli/output/xml_text.h"
#include "schema/characters.h"
#include "schema/knowledge_base.h"
#include "schema/reviews.h"

namespace attache {
namespace {

constexpr const char* xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view project_tail =
    "  <Description>Rows of a knowledge base, each with the words that support "
    "it.</Description>\n</Project>\n";

/// What is known of documents.
struct Variable {
  const char* name;
  std::string AnnotatedDocument::*value;
};
constexpr Variable variables[] = {{"country", &AnnotatedDocument::country},
                                  {"date", &AnnotatedDocument::date},
                                  {"language", &AnnotatedDocument::language},
                                  {"source", &AnnotatedDocument::source},
                                  {"document", &AnnotatedDocument::document}};

std::string variable_guid(const Variable& variable) {
  return stable_guid("variable:" + std::string(variable.name));
}

std::string attribute(const char* name, const std::string& value) {
  return std::string(" ") + name + "=\"" + xml_text(value) + "\"";
}

/// The words of a place as a title: some thirty characters.
std::string short_words(const std::string& text, const AnnotatedPlace& place) {
  constexpr std::size_t most = 40;
  std::string words = text.substr(static_cast<std::size_t>(place.start),
                                  static_cast<std::size_t>(place.end - place.start));
  if (words.size() <= most) return words;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  return words.substr(0, end) + "…";
}

/// What the row says, on one line.
std::string said(const AnnotatedRow& row) {
  std::string words = row.ref;
  for (const ColumnValue& value : row.values)
    if (!value.value.empty()) words += "; " + value.column + "=" + value.value;
  if (row.confidence) {
    const std::string digits = std::to_string(*row.confidence);
    words += "; confidence=" + digits.substr(0, digits.find('.') + 3);
  }
  return words + (row.review.empty() ? "" : "; " + row.review);
}

/// What programs know as one selection: rows that cite the same place.
using Places = std::map<std::pair<std::int64_t, std::int64_t>, std::vector<const AnnotatedRow*>>;

Places places_of(const AnnotatedDocument& document) {
  Places places;
  for (const AnnotatedRow& row : document.rows)
    for (const AnnotatedPlace& place : row.places)
      if (place.start < place.end) places[{place.start, place.end}].push_back(&row);
  return places;
}

class ProjectWriter : public ExchangeWriter {
 public:
  ProjectWriter(const KnowledgeBase& base, Sink& sink)
      : sink_(sink), codebook_(base), judged_(reviews(base)) {
    for (const ReviewState& state : judged_)
      if (state.status == ReviewStatus::applied)
        decisions_.emplace(state.review.reference(), &state.review);
  }

  void document(const AnnotatedDocument& document) override {
    const std::string guid = document_guid(document);
    zip_.begin("sources/" + guid + ".txt", document.text.size());
    zip_.append(with_plain_line_ends(document.text));
    const CharacterCounts characters(document.text);
    sources_ += "    <TextSource" + attribute("guid", guid) +
                attribute("name", free_name(document)) +
                attribute("plainTextPath", "internal://" + guid + ".txt") +
                made_at(document.seeded_at) + ">\n";
    for (const auto& [place, rows] : places_of(document))
      selection(document, {place.first, place.second}, rows, characters);
    for (const Variable& variable : variables) {
      const std::string& value = document.*variable.value;
      if (!value.empty())
        sources_ += "      <VariableValue>\n        <VariableRef" +
                    attribute("targetGUID", variable_guid(variable)) + "/>\n        <TextValue>" +
                    xml_text(value) + "</TextValue>\n      </VariableValue>\n";
    }
    sources_ += "    </TextSource>\n";
    spool_.append(sources_);
    sources_.clear();
    newest_ = std::max(newest_, document.seeded_at);
  }

  void end() override {
    // Sources without a source are none.
    const bool any = spool_.size() > 0;
    const std::string head = project_head() + (any ? "  <Sources>\n" : "");
    const std::string tail = (any ? "  </Sources>\n" : "") + std::string(project_tail);
    zip_.begin("project.qde", head.size() + spool_.size() + tail.size());
    zip_.append(head);
    spool_.read([&](std::string_view piece) { zip_.append(piece); });
    zip_.append(tail);
    zip_.write(sink_);
  }

 private:
  /// Documents of one title are told apart by their slugs, since some programs know them by name.
  std::string free_name(const AnnotatedDocument& document) {
    const std::string name = document.title.empty() ? document.document : document.title;
    if (titles_.insert(name).second) return name;
    return name + " (" + document.document + ")";
  }

  static std::string made_at(const std::string& time) {
    return attribute("creatingUser", user_guid("attache")) +
           (time.empty() ? "" : attribute("creationDateTime", time));
  }

  void selection(const AnnotatedDocument& document, const AnnotatedPlace& place,
                 const std::vector<const AnnotatedRow*>& rows, const CharacterCounts& characters) {
    sources_ +=
        "      <PlainTextSelection" + attribute("guid", place_guid(document.document, place, "")) +
        attribute("name", short_words(document.text, place)) +
        attribute("startPosition",
                  std::to_string(characters.before(static_cast<std::size_t>(place.start)))) +
        attribute("endPosition",
                  std::to_string(characters.before(static_cast<std::size_t>(place.end)))) +
        made_at(document.seeded_at) + judged_by(rows) + ">\n        <Description>";
    for (const AnnotatedRow* row : rows)
      sources_ += xml_text(said(*row)) + (row == rows.back() ? "" : "\n");
    sources_ += "</Description>\n";
    std::set<std::string> codes;  // a place is coded with each once
    for (const AnnotatedRow* row : rows) {
      const std::string code = codebook_.code_of(*row);
      if (!codes.insert(code).second) continue;
      sources_ += "        <Coding" +
                  attribute("guid", place_guid(document.document, place, code)) + made_at("") +
                  ">\n          <CodeRef" + attribute("targetGUID", code) +
                  "/>\n        </Coding>\n";
    }
    sources_ += "      </PlainTextSelection>\n";
  }

  /// The person who decided last on what is said of the place.
  std::string judged_by(const std::vector<const AnnotatedRow*>& rows) {
    const Review* last = nullptr;
    for (const AnnotatedRow* row : rows) {
      const auto found = decisions_.find(row->ref);
      if (found == decisions_.end()) continue;
      if (last == nullptr || last->decided_at < found->second->decided_at) last = found->second;
    }
    if (last == nullptr) return "";
    people_.insert(last->reviewer);
    return attribute("modifyingUser", user_guid(last->reviewer)) +
           attribute("modifiedDateTime", last->decided_at);
  }

  std::string users() const {
    std::string out = "  <Users>\n";
    std::set<std::string> names = people_;
    names.insert("attache");
    for (const std::string& name : names)
      out += "    <User" + attribute("guid", user_guid(name)) + attribute("name", name) + "/>\n";
    return out + "  </Users>\n";
  }

  std::string project_head() {
    std::string out = xml_head;
    out += "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"attache\"" +
           attribute("origin", "attache " ATTACHE_VERSION) +
           attribute("creatingUserGUID", user_guid("attache")) +
           (newest_.empty() ? "" : attribute("creationDateTime", newest_)) + ">\n" + users() +
           "  <CodeBook>\n" + codebook_.xml() + "  </CodeBook>\n  <Variables>\n";
    for (const Variable& variable : variables)
      out += "    <Variable" + attribute("guid", variable_guid(variable)) +
             attribute("name", variable.name) + " typeOfVariable=\"Text\"/>\n";
    return out + "  </Variables>\n";
  }

  Sink& sink_;
  Codebook codebook_;
  std::vector<ReviewState> judged_;
  std::map<std::string, const Review*> decisions_;  ///< those that are applied, by reference
  std::set<std::string> people_, titles_;
  std::string sources_, newest_;  ///< of the document under way; the newest document's time
  Spool spool_;                   ///< of the documents before: what comes first is known last
  Zip zip_;
};

}  // namespace

std::unique_ptr<ExchangeWriter> project_writer(const KnowledgeBase& base, Sink& sink) {
  return std::make_unique<ProjectWriter>(base, sink);
}

std::string codebook_text(const KnowledgeBase& base) {
  return xml_head +
         ("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"attache " ATTACHE_VERSION "\">\n" +
          Codebook(base).xml() + "</CodeBook>\n");
}

}  // namespace attache
