// SPDX-License-Identifier: MIT
// brat's stand-off: a text, its annotations as lines beside it, and what kinds of them there are.
#include <algorithm>
#include <cmath>

#include "cli/exchange/brat_names.h"
#include "cli/exchange/exported.h"
#include "cli/exchange/kinds.h"
#include "cli/exchange/lines.h"
#include "cli/exchange/writers.h"
#include "cli/export/document_file.h"
#include "seed/read/digest.h"

namespace attache {
namespace {

/// Sentences are what stands on a line, as in the text; else brat would cut at full stops of its
/// own choosing, and annotations that go on behind one could not be drawn.
constexpr const char* tools =
    "[options]\n"
    "Tokens\ttokenizer:whitespace\n"
    "Sentences\tsplitter:newline\n"
    "Validation\tvalidate:none\n"
    "Annotation-log\tlogfile:<NONE>\n";

std::string look() {
  std::string text = "[labels]\n";
  for (const AnnotationKind& kind : annotation_kinds())
    ((text += kind.label) += " | ") += std::string(kind.label) + "\n";
  text += "\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken\n";
  for (const AnnotationKind& kind : annotation_kinds())
    ((text += kind.label) += "\tbgColor:") += std::string(kind.colour) + ", borderColor:darken\n";
  return text + "ATTRIBUTE_DEFAULT\tglyph:*\n";
}

bool is_word(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; });
}

/// The lines of one document.
class Annotations {
 public:
  Annotations(const AnnotatedDocument& document, const CharacterCounts& characters,
              BratNames& names)
      : document_(document), characters_(characters), names_(names) {}

  std::string text() {
    for (const AnnotatedRow& row : document_.rows)
      for (const AnnotatedPlace& place : row.places) add(row, place);
    return std::move(text_);
  }

 private:
  void add(const AnnotatedRow& row, const AnnotatedPlace& place) {
    const auto pieces = pieces_on_lines(document_.text, {place.start, place.end});
    if (pieces.empty()) return;
    const std::string id = "T" + std::to_string(++span_);
    std::string spans, words;
    for (const ByteSpan& piece : pieces) {
      spans += (spans.empty() ? "" : ";") +
               std::to_string(characters_.before(static_cast<std::size_t>(piece.start))) + " " +
               std::to_string(characters_.before(static_cast<std::size_t>(piece.end)));
      words += (words.empty() ? "" : " ") +
               document_.text.substr(static_cast<std::size_t>(piece.start),
                                     static_cast<std::size_t>(piece.end - piece.start));
    }
    text_ += id + "\t" + std::string(kind_of_table(row.table)->label) + " " + spans + "\t" + words +
             "\n";
    for (const ColumnValue& value : row.values) add_attribute(id, value);
    if (row.confidence)
      attribute("confidence", id,
                names_.name("confidence", std::to_string(std::lround(*row.confidence * 100))));
    // A stranger's reference that is no word would be other lines; the place says the row, too.
    if (is_word(row.ref))
      text_ += "#" + std::to_string(++note_) + "\tAnnotatorNotes " + id + "\t" + row.ref + "\n";
  }

  void add_attribute(const std::string& id, const ColumnValue& value) {
    if (value.value.empty() || !BratNames::carries(value.column)) return;
    if (value.column != "speaker")
      attribute(value.column, id, names_.name(value.column, value.value));
    else if (value.value == "1") attribute(value.column, id, "");
  }

  void attribute(const std::string& column, const std::string& id, const std::string& name) {
    text_ += "A" + std::to_string(++attribute_) + "\t" + column + " " + id +
             (name.empty() ? "" : " " + name) + "\n";
  }

  const AnnotatedDocument& document_;
  const CharacterCounts& characters_;
  BratNames& names_;
  std::string text_;
  std::uint64_t span_ = 0, attribute_ = 0, note_ = 0;
};

class BratWriter : public ExchangeWriter {
 public:
  BratWriter(const KnowledgeBase& base, ExchangeFolder& folder)
      : folder_(folder), names_(base), back_(folder.begin("attache.json")) {
    back_.sink().append("{\"format\":\"brat\",\"documents\":[");
  }

  void document(const AnnotatedDocument& document) override {
    const CharacterCounts characters(document.text);
    const std::string text = with_plain_line_ends(document.text);
    const std::string file = document_file(document.document, document.document_id);
    folder_.write(file + ".txt", text);
    folder_.write(file + ".ann", Annotations(document, characters, names_).text());
    ExportedDocument out = exported(document, characters, Ends::visible);
    if (file != document.document) out.file = file;
    out.text_sha256 = sha256_hex(text);
    back_.sink().append(first_ ? "\n" : ",\n");
    back_.sink().append(json_text(out));
    back_.sink().checkpoint();
    first_ = false;
  }

  /// The way back comes last: where it is there, all is, and nothing is of an earlier export.
  void end() override {
    folder_.write("annotation.conf", names_.configuration());
    folder_.write("visual.conf", look());
    folder_.write("tools.conf", tools);
    back_.sink().append("\n],\"names\":" + names_.others() + "}\n");
    folder_.put_in_place(back_);
  }

 private:
  ExchangeFolder& folder_;
  BratNames names_;
  StagedFile back_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ExchangeWriter> brat_writer(const KnowledgeBase& base, ExchangeFolder& folder) {
  return std::make_unique<BratWriter>(base, folder);
}

}  // namespace attache
