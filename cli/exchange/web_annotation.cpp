// SPDX-License-Identifier: MIT
// The W3C's Web Annotation Data Model (2017) as JSON-LD: one collection with all annotations on one
// page. Positions are code points, as its section 4.2.5 says.
#include "cli/exchange/guid.h"
#include "cli/exchange/kinds.h"
#include "cli/exchange/names.h"
#include "cli/exchange/writers.h"
#include "cli/output/json.h"
#include "schema/characters.h"
#include "schema/spans.h"

namespace attache {
namespace {

/// Bytes of the words before and behind a quote, at most: enough to find it again.
constexpr std::int64_t context = 48;

std::string member(std::string_view name, std::string_view value) {
  return json_string(name) + ":" + json_string(value);
}

std::string body(std::string_view purpose, std::string_view value) {
  return "{\"type\":\"TextualBody\"," + member("purpose", purpose) + "," + member("value", value) +
         "}";
}

/// What is said of the place: kind, the row's values, the reference, the decision of a person.
std::string bodies(const AnnotatedRow& row) {
  std::string out = "[" + body("classifying", kind_of_table(row.table)->label);
  for (const ColumnValue& value : row.values)
    if (!value.value.empty()) out += "," + body("tagging", value.column + "=" + value.value);
  if (!row.review.empty()) out += "," + body("assessing", row.review);
  return out + "," + body("identifying", row.ref) + "]";
}

std::string_view words(const std::string& text, std::int64_t start, std::int64_t end) {
  return std::string_view(text).substr(static_cast<std::size_t>(start),
                                       static_cast<std::size_t>(end - start));
}

std::string selectors(const std::string& text, const AnnotatedPlace& place,
                      const CharacterCounts& characters) {
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t before = std::max<std::int64_t>(0, place.start - context);
  while (!is_boundary(text, before)) ++before;
  std::int64_t behind = std::min(size, place.end + context);
  while (!is_boundary(text, behind)) --behind;
  return "[{\"type\":\"TextPositionSelector\",\"start\":" +
         std::to_string(characters.before(static_cast<std::size_t>(place.start))) +
         ",\"end\":" + std::to_string(characters.before(static_cast<std::size_t>(place.end))) +
         "},{\"type\":\"TextQuoteSelector\"," +
         member("exact", words(text, place.start, place.end)) + "," +
         member("prefix", words(text, before, place.start)) + "," +
         member("suffix", words(text, place.end, behind)) + "}]";
}

std::string source(const AnnotatedDocument& document) {
  std::string out = "{" + member("id", "urn:uuid:" + document_guid(document)) +
                    ",\"type\":\"Text\",\"format\":\"text/plain\"";
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += "," + member(name, value);
  };
  add("language", document.language);
  add("dc:title", document.title);
  add("dcterms:identifier", document.document);
  add("dcterms:date", document.date);
  add("dcterms:spatial", document.country);
  add("dcterms:source", document.source);
  return out + "}";
}

class WebAnnotationWriter : public ExchangeWriter {
 public:
  explicit WebAnnotationWriter(Sink& sink) : sink_(sink) {
    sink_.append("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\"," + iri("collection") +
                 ",\"type\":\"AnnotationCollection\",\"label\":\"Annotations by attache\"");
  }

  void document(const AnnotatedDocument& document) override {
    const CharacterCounts characters(document.text);
    const std::string text = source(document);
    for (const AnnotatedRow& row : document.rows)
      for (const AnnotatedPlace& place : row.places) {
        sink_.append(total_++ == 0 ? page_head() : ",\n");
        sink_.append("{" +
                     member("id", "urn:uuid:" + place_guid(document.document, place, row.ref)) +
                     ",\"type\":\"Annotation\",\"motivation\":\"classifying\"," +
                     member("created", document.seeded_at) + ",\"creator\":{" +
                     member("id", "urn:uuid:" + user_guid("attache")) +
                     ",\"type\":\"Software\",\"name\":\"attache " ATTACHE_VERSION "\"},\"body\":" +
                     bodies(row) + ",\"target\":{\"source\":" + text +
                     ",\"selector\":" + selectors(document.text, place, characters) + "}}");
        sink_.checkpoint();
      }
  }

  /// A page has at least one annotation; a collection without any has no page.
  void end() override {
    sink_.append((total_ == 0 ? "" : "\n]}") + (",\"total\":" + std::to_string(total_)) + "}\n");
  }

 private:
  static std::string iri(std::string_view name) {
    return member("id", "urn:uuid:" + stable_guid("web-annotation/" + std::string(name)));
  }
  static std::string page_head() {
    return ",\"first\":{" + iri("page") +
           ",\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":[\n";
  }

  Sink& sink_;
  std::uint64_t total_ = 0;
};

}  // namespace

std::unique_ptr<ExchangeWriter> web_annotation_writer(Sink& sink) {
  return std::make_unique<WebAnnotationWriter>(sink);
}

}  // namespace attache
