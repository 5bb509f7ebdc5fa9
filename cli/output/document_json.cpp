// SPDX-License-Identifier: MIT
#include "cli/output/document_json.h"

#include "cli/output/cell.h"
#include "cli/output/json.h"
#include "cli/output/member_json.h"
#include "cli/output/metadata_json.h"
#include "cli/output/place_json.h"
#include "seed/read/utf8.h"

namespace attache {
namespace {

class RowsWriter {
 public:
  RowsWriter(std::string& out, const Document& document, std::string_view source)
      : out_(out),
        document_(document),
        source_(source),
        shifted_(document.map.exists() && !document.map.is_identity()),
        in_file_(shifted_ && !source.empty() && is_utf8_text(source)),
        places_(in_file_ ? source : std::string_view(document.text)) {}

  void operator()(const OrganizationRow& row) {
    append_member(out_, "{\"name\":", row.name);
    append_member(out_, ",\"acronym\":", row.acronym);
    append_member(out_, ",\"role\":", row.role);
    append_member(out_, ",\"body\":", row.body);
    append_member(out_, ",\"kind\":", row.kind);
    append_member(out_, ",\"role_country\":", row.country);
    append_member(out_, ",\"note\":", row.note);
  }
  void operator()(const LeaderRow& row) {
    append_member(out_, "{\"name\":", row.name);
    append_member(out_, ",\"office\":", row.office);
    append_member(out_, ",\"office_type\":", row.office_type);
    append_member(out_, ",\"office_country\":", row.country);
    append_member(out_, ",\"body\":", row.body);
    out_ += row.speaker ? ",\"speaker\":true" : ",\"speaker\":false";
  }
  void operator()(const PrincipleRow& row) {
    append_member(out_, "{\"norm\":", row.norm);
    // Its name in earlier releases, which scorers of extractions read.
    append_member(out_, ",\"slug\":", row.norm);
    append_member(out_, ",\"wording\":", row.wording);
    append_member(out_, ",\"polarity\":", row.polarity);
  }
  void operator()(const PriorityRow& row) {
    append_member(out_, "{\"wording\":", row.wording);
    append_member(out_, ",\"theme\":", row.theme);
    append_member(out_, ",\"actor\":", row.actor);
  }

  template <class Row>
  void table(std::string_view key, const std::vector<Row>& rows) {
    out_ += key;
    out_ += '[';
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0) out_ += ',';
      (*this)(rows[i]);
      confidence(rows[i].confidence);
      citations(rows[i].citations);
      out_ += '}';
    }
    out_ += ']';
  }

 private:
  void confidence(std::uint8_t percent) {
    out_ += ",\"confidence\":";
    if (percent == 0) out_ += "null";
    else append_number(out_, percent / 100.0);
  }

  void citations(const std::vector<Citation>& citations) {
    out_ += ",\"citations\":[";
    for (std::size_t i = 0; i < citations.size(); ++i) {
      if (i > 0) out_ += ',';
      citation(citations[i]);
    }
    out_ += ']';
  }

  void citation(const Citation& c) {
    const Span span = shifted_ ? document_.map.to_source(c.span) : c.span;
    out_ += '{';
    place(c.span, span);
    out_ += ",\"sentence\":";
    append_number(out_, c.sentence);
    append_member(out_, ",\"rule\":", c.rule);
    confidence(c.confidence);
    if (length(c.statement) != 0) statement(c.statement);
    out_ += '}';
  }

  /// The words that state an organization's role.
  void statement(Span text) {
    const Span span = shifted_ ? document_.map.to_source(text) : text;
    out_ += ",\"statement\":{";
    place(text, span);
    out_ += '}';
  }

  void place(Span text, Span source) {
    if (in_file_) places_.append(out_, source.begin, source.end);
    else places_.append(out_, text.begin, text.end, source.begin, source.end);
    out_ += ",\"quote\":";
    append_json_string(out_, quote(text, source));
  }

  /// The document's words, as its file has them where that is UTF-8 as JSON is.
  std::string_view quote(Span text, Span source) const {
    const std::string_view words = slice(document_.text, text);
    if (!shifted_ || source.end > source_.size()) return words;
    const std::string_view given = slice(source_, source);
    return is_utf8_text(given) ? given : words;
  }
  /// UTF-16 is valid UTF-8 where it is ASCII, but for its NULs.
  static bool is_utf8_text(std::string_view bytes) {
    return find_invalid_utf8(bytes) == std::string_view::npos &&
           bytes.find('\0') == std::string_view::npos;
  }

  std::string& out_;
  const Document& document_;
  std::string_view source_;
  bool shifted_;  ///< the text is not the file as it stands
  bool in_file_;  ///< characters are counted in the file, as bytes are
  PlaceWriter places_;
};

}  // namespace

void append_document(std::string& out, const std::string& name, const Description& description,
                     const Document& document, std::string_view source, const DocumentRows& rows) {
  out += '{';
  append_description(out, name, description);
  append_member(out, ",\"sha256\":", document.sha256);
  append_rows(out, description, document, source, rows);
  out += '}';
}

void append_description(std::string& out, const std::string& name, const Description& description) {
  append_member(out, "\"document\":", name);
  append_member(out, ",\"title\":", description.metadata().title);
  append_member(out, ",\"title_from\":", description.from().title);
  append_member(out, ",\"country\":", description.metadata().country);
  append_member(out, ",\"country_from\":", description.from().country);
  append_member(out, ",\"date\":", description.metadata().date);
  append_member(out, ",\"date_from\":", description.from().date);
}

void append_rows(std::string& out, const Description& description, const Document& document,
                 std::string_view source, const DocumentRows& rows) {
  append_member(out, ",\"spans\":", document.map.exists() ? "source" : "text");
  if (const auto& own = description.metadata().own; !own.empty()) {
    out += ",\"metadata\":";
    append_metadata(out, own);
  }
  RowsWriter writer(out, document, source);
  writer.table(",\"organizations\":", rows.organizations);
  writer.table(",\"leaders\":", rows.leaders);
  writer.table(",\"principles\":", rows.principles);
  writer.table(",\"priorities\":", rows.priorities);
}

}  // namespace attache
