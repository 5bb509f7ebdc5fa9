// SPDX-License-Identifier: MIT
#include <map>
#include <set>
#include <string>

#include "seed/read/date.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/zip_members.h"

namespace attache::reader {
namespace {

constexpr int max_depth = 400;

/// List styles whose first level is numbered; all others have bullets.
class ListStyles {
 public:
  void read(const pugi::xml_node& root) {
    for (const char* part : {"styles", "automatic-styles"})
      for (const pugi::xml_node& style : child(root, part).children())
        if (local_name(style) == "list-style" && child(style, "list-level-style-number"))
          numbered_.insert(std::string(value(style, "name")));
  }
  bool numbered(std::string_view style) const { return numbered_.count(std::string(style)) > 0; }

 private:
  std::set<std::string> numbered_;
};

class OdtWriter {
 public:
  explicit OdtWriter(ListStyles styles) : styles_(std::move(styles)) {}
  void below(const pugi::xml_node& node, int depth) {
    for (const pugi::xml_node& part : node.children()) this->node(part, depth + 1);
  }
  std::string finish() { return out_.finish(); }

 private:
  void node(const pugi::xml_node& node, int depth);
  void paragraph(const pugi::xml_node& paragraph, int depth);
  void list(const pugi::xml_node& list, int depth);
  void row(const pugi::xml_node& row, int depth);

  ListStyles styles_;
  BlockWriter out_;
  int in_cell_ = 0;
  int in_item_ = 0;
  bool numbered_ = false;  ///< the list around this one, whose style an inner list takes over
};

void OdtWriter::node(const pugi::xml_node& node, int depth) {
  static const std::set<std::string_view> left_out = {
      "note",  "annotation", "tracked-changes", "sequence-decls", "table-of-content",
      "title", "desc"};
  const std::string_view name = local_name(node);
  if (depth > max_depth || left_out.count(name) > 0) return;
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) out_.words(node.value());
  else if (name == "p" || name == "h") paragraph(node, depth);
  else if (name == "list") list(node, depth);
  else if (name == "table-row") row(node, depth);
  else if (name == "s" || name == "tab") out_.space();
  else if (name == "line-break") in_cell_ > 0 ? out_.space() : out_.line_break();
  else below(node, depth);
}

void OdtWriter::paragraph(const pugi::xml_node& paragraph, int depth) {
  const bool inside = in_cell_ > 0 || in_item_ > 0;
  inside ? out_.space() : out_.paragraph_break();
  below(paragraph, depth);
  inside ? out_.space() : out_.paragraph_break();
}

void OdtWriter::list(const pugi::xml_node& list, int depth) {
  const bool outer = numbered_;
  const std::string_view style = value(list, "style-name");
  numbered_ = style.empty() ? outer : styles_.numbered(style);
  if (in_cell_ == 0 && in_item_ == 0) out_.paragraph_break();
  std::size_t number = 0;
  for (const pugi::xml_node& item : list.children()) {
    if (local_name(item) != "list-item" && local_name(item) != "list-header") continue;
    in_cell_ > 0 ? out_.space() : out_.line_break();
    out_.mark(numbered_ ? std::to_string(++number) + ". " : "- ");
    ++in_item_;
    below(item, depth);
    --in_item_;
    out_.drop_mark();
    in_cell_ > 0 ? out_.space() : out_.line_break();
  }
  if (in_cell_ == 0 && in_item_ == 0) out_.paragraph_break();
  numbered_ = outer;
}

void OdtWriter::row(const pugi::xml_node& row, int depth) {
  if (in_cell_ == 0) out_.paragraph_break();
  ++in_cell_;
  const std::size_t before = out_.size();
  for (const pugi::xml_node& cell : row.children()) {
    if (local_name(cell) != "table-cell") continue;
    out_.space();
    if (out_.size() > before) out_.mark("| ");
    below(cell, depth);
    out_.drop_mark();
  }
  --in_cell_;
  if (in_cell_ == 0) out_.paragraph_break();
}

Metadata read_meta(const std::string& bytes) {
  Metadata metadata;
  pugi::xml_document document;
  if (bytes.empty() || !document.load_buffer(bytes.data(), bytes.size())) return metadata;
  const pugi::xml_node meta = child(document.document_element(), "meta");
  metadata.title = folded(child(meta, "title").child_value());
  metadata.language = folded(child(meta, "language").child_value());
  metadata.created = iso_date(child(meta, "creation-date").child_value());
  if (metadata.created.empty()) metadata.created = iso_date(child(meta, "date").child_value());
  return metadata;
}

}  // namespace

Extracted read_odt(std::string_view bytes) {
  auto members =
      zip_members(bytes, {"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"});
  if (members["META-INF/manifest.xml"].find("encryption-data") != std::string::npos)
    throw FormatError("is encrypted: save it without a password");
  if (members["content.xml"].empty()) throw FormatError("damaged: no content.xml inside");
  pugi::xml_document content, styles;
  parse_xml(content, members["content.xml"], "content.xml");
  ListStyles lists;
  lists.read(content.document_element());
  if (styles.load_buffer(members["styles.xml"].data(), members["styles.xml"].size()))
    lists.read(styles.document_element());
  OdtWriter writer(std::move(lists));
  writer.below(child(child(content.document_element(), "body"), "text"), 0);
  Extracted result{writer.finish(), read_meta(members["meta.xml"])};
  if (result.text.empty()) throw FormatError("no text in this ODT file");
  return result;
}

}  // namespace attache::reader
