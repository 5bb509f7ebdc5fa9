// SPDX-License-Identifier: MIT
#include <map>
#include <set>
#include <string>
#include <vector>

#include "seed/read/date.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/zip_members.h"

namespace attache::reader {
namespace {

constexpr int max_depth = 400;

/// Which list a paragraph belongs to, as its properties or its style say.
struct ListPlace {
  std::string list;
  std::string level = "0";
};

ListPlace list_place(const pugi::xml_node& properties) {
  const pugi::xml_node numbering = child(properties, "numPr");
  ListPlace place{std::string(value(child(numbering, "numId"), "val")), {}};
  place.level = value(child(numbering, "ilvl"), "val");
  if (place.level.empty()) place.level = "0";
  if (place.list == "0") place.list.clear();  // zero takes a paragraph out of its style's list
  return place;
}

/// What numbering.xml and styles.xml say of lists.
class Lists {
 public:
  void read_numbering(const pugi::xml_node& numbering) {
    std::map<std::string, std::map<std::string, bool>> abstract;  // list kind -> level -> bullets
    for (const pugi::xml_node& node : numbering.children()) {
      if (local_name(node) == "abstractNum")
        for (const pugi::xml_node& level : node.children())
          if (local_name(level) == "lvl")
            abstract[std::string(value(node, "abstractNumId"))][std::string(value(level, "ilvl"))] =
                value(child(level, "numFmt"), "val") == "bullet";
      if (local_name(node) == "num")
        bullets_[std::string(value(node, "numId"))] =
            abstract[std::string(value(child(node, "abstractNumId"), "val"))];
    }
  }
  void read_styles(const pugi::xml_node& styles) {
    for (const pugi::xml_node& style : styles.children()) {
      const ListPlace place = list_place(child(style, "pPr"));
      if (!place.list.empty()) styles_[std::string(value(style, "styleId"))] = place;
    }
  }
  /// "- " or the next number of its list; empty for a paragraph in no list.
  std::string mark(const pugi::xml_node& properties) {
    ListPlace place = list_place(properties);
    if (!child(properties, "numPr")) {
      const auto style = styles_.find(std::string(value(child(properties, "pStyle"), "val")));
      if (style != styles_.end()) place = style->second;
    }
    if (place.list.empty()) return {};
    const auto levels = bullets_.find(place.list);
    if (levels == bullets_.end() || levels->second[place.level]) return "- ";
    return std::to_string(++counters_[place.list + "/" + place.level]) + ". ";
  }

 private:
  std::map<std::string, std::map<std::string, bool>>
      bullets_;  ///< list -> level -> bullets and not numbers
  std::map<std::string, ListPlace> styles_;
  std::map<std::string, int> counters_;
};

bool is_heading(const pugi::xml_node& properties) {
  const std::string_view style = value(child(properties, "pStyle"), "val");
  return style.rfind("Heading", 0) == 0 || style == "Title" || style == "Subtitle";
}

class DocxWriter {
 public:
  explicit DocxWriter(Lists lists) : lists_(std::move(lists)) {}
  void below(const pugi::xml_node& node, int depth) {
    for (const pugi::xml_node& part : node.children()) this->node(part, depth + 1);
  }
  std::string finish() { return out_.finish(); }

 private:
  void node(const pugi::xml_node& node, int depth);
  void paragraph(const pugi::xml_node& paragraph, int depth);
  void row(const pugi::xml_node& row, int depth);

  Lists lists_;
  BlockWriter out_;
  bool after_item_ = false;
  int in_cell_ = 0;
};

void DocxWriter::node(const pugi::xml_node& node, int depth) {
  static const std::set<std::string_view> left_out = {"del",
                                                      "moveFrom",
                                                      "instrText",
                                                      "delText",
                                                      "footnoteReference",
                                                      "Fallback",
                                                      "endnoteReference",
                                                      "pPr",
                                                      "rPr",
                                                      "sectPr",
                                                      "commentReference",
                                                      "fldData"};
  const std::string_view name = local_name(node);
  if (depth > max_depth || left_out.count(name) > 0) return;
  if (name == "t") out_.words(node.child_value());
  else if (name == "p") paragraph(node, depth);
  else if (name == "tr") row(node, depth);
  else if (name == "tab") out_.space();
  else if (name == "br" || name == "cr") in_cell_ > 0 ? out_.space() : out_.line_break();
  else if (name == "noBreakHyphen") out_.words("-");
  else below(node, depth);
}

void DocxWriter::paragraph(const pugi::xml_node& paragraph, int depth) {
  const pugi::xml_node properties = child(paragraph, "pPr");
  const std::string mark = lists_.mark(properties);
  if (in_cell_ > 0) {
    out_.space();
    below(paragraph, depth);
    out_.space();
    return;
  }
  // A numbered heading is a heading: its number is part of the layout, as it is in the printed
  // page.
  const bool item = !mark.empty() && !is_heading(properties);
  item&& after_item_ ? out_.line_break() : out_.paragraph_break();
  if (item) out_.mark(mark);
  below(paragraph, depth);
  out_.drop_mark();
  item ? out_.line_break() : out_.paragraph_break();
  after_item_ = item;
}

void DocxWriter::row(const pugi::xml_node& row, int depth) {
  if (in_cell_ == 0) out_.paragraph_break();
  ++in_cell_;
  const std::size_t before = out_.size();
  for (const pugi::xml_node& cell : row.children()) {
    if (local_name(cell) != "tc") continue;
    out_.space();
    if (out_.size() > before) out_.mark("| ");
    below(cell, depth);
    out_.drop_mark();
  }
  --in_cell_;
  if (in_cell_ == 0) out_.paragraph_break();
}

Metadata core_properties(const std::string& bytes) {
  Metadata metadata;
  pugi::xml_document document;
  if (bytes.empty() || !document.load_buffer(bytes.data(), bytes.size())) return metadata;
  const pugi::xml_node core = document.document_element();
  metadata.title = folded(child(core, "title").child_value());
  metadata.language = folded(child(core, "language").child_value());
  metadata.created = iso_date(child(core, "created").child_value());
  if (metadata.created.empty()) metadata.created = iso_date(child(core, "modified").child_value());
  return metadata;
}

}  // namespace

Extracted read_docx(std::string_view bytes) {
  auto members = zip_members(
      bytes, {"word/document.xml", "word/numbering.xml", "word/styles.xml", "docProps/core.xml"});
  if (members["word/document.xml"].empty())
    throw FormatError("damaged: no word/document.xml inside");
  Lists lists;
  pugi::xml_document numbering, styles, document;
  if (numbering.load_buffer(members["word/numbering.xml"].data(),
                            members["word/numbering.xml"].size()))
    lists.read_numbering(numbering.document_element());
  if (styles.load_buffer(members["word/styles.xml"].data(), members["word/styles.xml"].size()))
    lists.read_styles(styles.document_element());
  parse_xml(document, members["word/document.xml"], "word/document.xml");
  DocxWriter writer(std::move(lists));
  writer.below(child(document.document_element(), "body"), 0);
  Extracted result{writer.finish(), core_properties(members["docProps/core.xml"])};
  if (result.text.empty()) throw FormatError("no text in this DOCX file");
  return result;
}

}  // namespace attache::reader
