// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/font_symbols.h"
#include "seed/read/reader/odt_styles.h"
#include "seed/read/reader/office_parts.h"
#include "seed/read/reader/tree_reader.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/zip_members.h"

namespace attache::reader {
namespace {

/// Paragraphs of a cell, as far as it matters whether they are more than one.
int paragraphs_in(const pugi::xml_node& cell) {
  int count = 0;
  for (const pugi::xml_node& block : cell.children()) {
    const std::string_view name = local_name(block);
    if (name == "list" || name == "table" || name == "section") count += 2;
    if ((name == "p" || name == "h") && block.first_child()) ++count;
    if (count > 1) break;
  }
  return count;
}

bool is_one_line(const pugi::xml_node& row) {
  return std::all_of(row.begin(), row.end(),
                     [](const pugi::xml_node& cell) { return paragraphs_in(cell) <= 1; });
}

class OdtReader : public TreeReader {
 public:
  explicit OdtReader(OdtStyles styles) : styles_(std::move(styles)) {}

 protected:
  bool enter(const pugi::xml_node& node) override;
  void leave(const pugi::xml_node& node) override;

 private:
  struct List {
    std::string style;  ///< an inner list takes it over
    std::size_t count = 0;
  };
  bool enter_block(const pugi::xml_node& node, std::string_view name);
  bool enter_inline(const pugi::xml_node& node, std::string_view name);
  void write(std::string_view words);
  bool begin_paragraph(const pugi::xml_node& paragraph, bool heading);
  bool begin_list(const pugi::xml_node& list);
  void begin_item(const pugi::xml_node& item);
  void open(const pugi::xml_node& styled);
  void note(const pugi::xml_node& note);

  OdtStyles styles_;
  std::vector<OdtLook> looks_;  ///< of the open paragraph and its spans
  std::vector<List> lists_;
  std::map<std::string, std::size_t> counted_;  ///< how far lists came that others go on with
  std::string mark_;                            ///< of the item whose first paragraph comes next
};

bool OdtReader::enter(const pugi::xml_node& node) {
  static const std::set<std::string_view> left_out = {
      "annotation", "tracked-changes", "sequence-decls", "table-of-content", "title",
      "desc",       "script",          "binary-data",    "ruby-text",        "forms"};
  const bool is_text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
  if (is_text) write(node.value());
  const std::string_view name = local_name(node);
  if (is_text || left_out.count(name) > 0) return false;
  return enter_block(node, name) && enter_inline(node, name);
}

void OdtReader::write(std::string_view words) {
  if (looks_.empty() || looks_.back().hidden) return;
  std::string drawn;
  if (has_font_symbols(words)) {
    const std::string& font = looks_.back().font;
    words = drawn = with_font_symbols(font.empty() ? "Symbol" : font, words);
  }
  looks_.back().raised ? text_.raised(words) : text_.words(words);
}

bool OdtReader::enter_block(const pugi::xml_node& node, std::string_view name) {
  if (name == "p" || name == "h") return begin_paragraph(node, name == "h");
  if (name == "list") return begin_list(node);
  if (name == "list-item" || name == "list-header") begin_item(node);
  if (name == "table") return value(node, "display") != "false" && !put_off(node);
  if (name == "table-row") text_.begin_row(is_one_line(node));
  if (name == "table-cell") text_.begin_cell();
  if (name == "section") return value(node, "display") != "none";
  return true;
}

bool OdtReader::enter_inline(const pugi::xml_node& node, std::string_view name) {
  if (name == "span") open(node);
  if (name == "note") return note(node), false;
  if (looks_.empty() || looks_.back().hidden) return true;
  if (name == "s" || name == "tab") text_.space();
  if (name == "line-break") text_.line_break();
  return true;
}

void OdtReader::leave(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "p" || name == "h") {
    const bool heading = name == "h" || styles_.is_title(value(node, "style-name"));
    if (heading) keep_heading();
    looks_.pop_back();
    text_.end_paragraph();
    settle();
  } else if (name == "span") {
    looks_.pop_back();
  } else if (name == "list") {
    const std::string_view id = value(node, "id");
    if (!id.empty()) counted_[std::string(id)] = lists_.back().count;
    counted_["style " + lists_.back().style] = lists_.back().count;
    lists_.pop_back();
    if (lists_.empty()) text_.end_block();
  } else if (name == "list-item" || name == "list-header") {
    mark_.clear();
  } else if (name == "table-cell") {
    text_.end_cell();
  } else if (name == "table-row") {
    text_.end_row();
    settle();
  }
}

void OdtReader::open(const pugi::xml_node& styled) {
  OdtLook look = styles_.look(value(styled, "style-name"));
  if (!looks_.empty()) {
    look.hidden = look.hidden || looks_.back().hidden;
    look.raised = look.raised || looks_.back().raised;
    if (look.font.empty()) look.font = looks_.back().font;
  }
  looks_.push_back(look);
}

bool OdtReader::begin_paragraph(const pugi::xml_node& paragraph, bool heading) {
  if (put_off(paragraph)) return false;
  const std::string mark = std::exchange(mark_, {});
  text_.begin_paragraph(heading ? std::string() : mark);
  open(paragraph);
  return true;
}

bool OdtReader::begin_list(const pugi::xml_node& list) {
  if (put_off(list)) return false;
  const std::string_view style = value(list, "style-name");
  List begun{std::string(style), 0};
  if (style.empty() && !lists_.empty()) begun.style = lists_.back().style;
  const auto before = counted_.find(std::string(value(list, "continue-list")));
  if (before != counted_.end()) begun.count = before->second;
  else if (value(list, "continue-numbering") == "true")
    begun.count = counted_["style " + begun.style];
  lists_.push_back(std::move(begun));
  return true;
}

void OdtReader::begin_item(const pugi::xml_node& item) {
  mark_.clear();
  if (lists_.empty() || local_name(item) == "list-header") return;
  List& list = lists_.back();
  const std::string_view start = value(item, "start-value");
  if (!start.empty()) list.count = std::strtoul(std::string(start).c_str(), nullptr, 10);
  else ++list.count;
  const char format = styles_.numbering(list.style, lists_.size() - 1);
  if (format == 'b') mark_ = "- ";
  else if (format != 'n') mark_ = list_number(format, list.count) + ". ";
}

void OdtReader::note(const pugi::xml_node& note) {
  if (looks_.empty() || looks_.back().hidden) return;
  const pugi::xml_node citation = child(note, "note-citation");
  std::string mark = folded(citation.child_value());
  if (mark.empty()) mark = value(citation, "label");
  add_note(mark.empty() ? "*" : mark, child(note, "note-body"));
  text_.note_mark();
}

Metadata read_meta(const pugi::xml_node& root) {
  const pugi::xml_node meta = child(root, "meta");
  // `creator` is who changed it last.
  const char* author = child(meta, "initial-creator") ? "initial-creator" : "creator";
  return office_metadata(meta, "creation-date", "date", author);
}

Extracted read_content(const pugi::xml_node& content, OdtStyles styles, Metadata metadata) {
  styles.read(content);
  OdtReader reader(std::move(styles));
  std::string text = reader.read(child(child(content, "body"), "text"));
  return office_text(std::move(text), std::move(metadata), reader.heading(), "ODT");
}

}  // namespace

Extracted read_odt(std::string_view bytes) {
  if (!bytes.starts_with("PK")) {  // one XML file that holds all parts
    pugi::xml_document whole;
    std::vector<std::string> remarks;
    parse_xml_file(whole, bytes, {}, remarks);
    return read_content(whole.document_element(), {}, read_meta(whole.document_element()));
  }
  auto members =
      zip_members(bytes, {"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"});
  if (members["META-INF/manifest.xml"].find("encryption-data") != std::string::npos)
    throw FormatError("is encrypted: save it without a password");
  if (members["content.xml"].empty()) throw FormatError("damaged: no content.xml inside");
  pugi::xml_document content, styles, meta;
  parse_xml(content, members["content.xml"], "content.xml");
  OdtStyles looks;
  looks.read(root_of(styles, members["styles.xml"]));
  return read_content(content.document_element(), std::move(looks),
                      read_meta(root_of(meta, members["meta.xml"])));
}

}  // namespace attache::reader
