// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/docx_blocks.h"
#include "seed/read/reader/docx_chunks.h"
#include "seed/read/reader/docx_drawings.h"
#include "seed/read/reader/docx_fields.h"
#include "seed/read/reader/docx_lists.h"
#include "seed/read/reader/docx_math.h"
#include "seed/read/reader/docx_package.h"
#include "seed/read/reader/docx_styles.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/font_symbols.h"
#include "seed/read/reader/office_parts.h"
#include "seed/read/reader/tree_reader.h"
#include "seed/read/reader/xml.h"

namespace attache::reader {
namespace {

/// Foot- or endnotes by their ids, without the lines that part them from the text.
std::map<std::string, pugi::xml_node> notes_of(const pugi::xml_node& part) {
  std::map<std::string, pugi::xml_node> notes;
  for (const pugi::xml_node& note : part.children()) {
    const std::string_view type = value(note, "type");
    if (type.empty() || type == "normal") notes.emplace(value(note, "id"), note);
  }
  return notes;
}

/// <w:sym w:font="Symbol" w:char="F0B3"/>
std::string symbol_of(const pugi::xml_node& symbol) {
  const std::string_view code = value(symbol, "char");
  std::uint32_t number = 0;
  std::from_chars(code.data(), code.data() + code.size(), number, 16);
  return font_symbol(value(symbol, "font"), number);
}

/// The words of a run as its font draws them.
std::string drawn(const pugi::xml_node& words, std::string_view text) {
  const pugi::xml_node fonts = child(child(words.parent(), "rPr"), "rFonts");
  std::string_view font = value(fonts, "ascii");
  if (font.empty()) font = value(fonts, "hAnsi");
  return with_font_symbols(font.empty() ? "Symbol" : font, text);
}

/// The mark that a note's author typed: what stands in its run behind the reference; empty where
/// that is no mark.
std::string typed_mark(const pugi::xml_node& reference) {
  constexpr std::size_t longest = 12;
  std::string mark;
  for (pugi::xml_node next = reference.next_sibling(); next; next = next.next_sibling()) {
    if (local_name(next) == "t") mark += next.child_value();
    if (local_name(next) == "sym") mark += symbol_of(next);
  }
  mark = folded(mark);
  return mark.size() <= longest ? mark : std::string();
}

/// A first letter that reaches down over lines, which Word keeps in a paragraph of its own.
bool is_drop_cap(const pugi::xml_node& properties) {
  const std::string_view kind = value(child(properties, "framePr"), "dropCap");
  return kind == "drop" || kind == "margin";
}

/// What of a paragraph's end is deleted, moved away or hidden, or whose letter is the next one's
/// first: then it goes on in the next.
bool joins_next(const pugi::xml_node& paragraph) {
  const pugi::xml_node properties = child(paragraph, "pPr");
  const pugi::xml_node mark = child(properties, "rPr");
  if (is_drop_cap(properties)) return true;
  return child(mark, "del") || child(mark, "moveFrom") || run_look(mark).hidden.value_or(false);
}

class DocxReader : public TreeReader {
 public:
  DocxReader(DocxLists lists, DocxStyles styles)
      : lists_(std::move(lists)), styles_(std::move(styles)) {}
  void set_notes(const pugi::xml_node& footnotes, const pugi::xml_node& endnotes) {
    footnotes_ = notes_of(footnotes);
    endnotes_ = notes_of(endnotes);
    fields_.scan(footnotes);
    fields_.scan(endnotes);
  }
  /// Documents inside, by their ids.
  void set_chunks(std::map<std::string, std::string> texts) { chunks_ = std::move(texts); }
  /// The paragraphs of diagrams and charts, by their ids.
  void set_drawings(std::map<std::string, std::vector<std::string>> texts) {
    drawings_ = std::move(texts);
  }
  std::string read_body(const pugi::xml_node& body) {
    fields_.scan(body);
    return read(body);
  }

 protected:
  bool enter(const pugi::xml_node& node) override;
  void leave(const pugi::xml_node& node) override;

 private:
  void write(const std::string& words);
  bool enter_block(const pugi::xml_node& node, std::string_view name);
  bool begin_paragraph(const pugi::xml_node& paragraph);
  void begin_run(const pugi::xml_node& run);
  bool in_run(const pugi::xml_node& node, std::string_view name);
  void refer(const pugi::xml_node& reference, bool endnote);
  void add_chunk(const pugi::xml_node& reference);
  void add_drawing(const pugi::xml_node& reference, std::string_view name);
  bool visible() const {
    return !contents_ && !fields_.in_instruction() && (runs_.empty() || !*runs_.back().hidden);
  }

  DocxLists lists_;
  DocxStyles styles_;
  DocxFields fields_;
  std::map<std::string, pugi::xml_node> footnotes_, endnotes_;
  std::map<std::string, std::string> chunks_;
  std::map<std::string, std::vector<std::string>> drawings_;
  std::size_t footnote_ = 0, endnote_ = 0;
  std::vector<RunLook> runs_;  ///< the open ones, each with all that it takes over
  std::vector<pugi::xml_node> branches_;
  RunLook paragraph_look_;
  pugi::xml_node marked_run_;  ///< what comes of it is the mark that its author typed
  bool contents_ = false;      ///< in a line of a table of contents
  bool in_heading_ = false;
};

bool DocxReader::enter(const pugi::xml_node& node) {
  static const std::set<std::string_view> left_out = {
      "del",    "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr",
      "sectPr", "tblPr",    "trPr",      "tcPr",    "sdtPr",        "rt",  "fldData"};
  const std::string_view name = local_name(node);
  if (left_out.count(name) > 0) return false;
  if (name == "t") {
    const std::string_view words = node.child_value();
    if (visible()) write(has_font_symbols(words) ? drawn(node, words) : std::string(words));
    return false;
  }
  if (name == "oMath") {
    if (visible()) write(formula_of(node));
    return false;
  }
  return enter_block(node, name) && in_run(node, name);
}

void DocxReader::write(const std::string& words) {
  if (marked_run_) return;
  const bool raised = !runs_.empty() && runs_.back().raised.value_or(false);
  raised ? text_.raised(words) : text_.words(words);
}

bool DocxReader::enter_block(const pugi::xml_node& node, std::string_view name) {
  if (name == "p") return begin_paragraph(node);
  if (name == "tbl") return !put_off(node);
  if (name == "tr") {
    if (is_left_out(node)) return false;
    text_.begin_row(is_one_line(node));
  } else if (name == "tc") {
    if (child(child(node, "tcPr"), "cellDel")) return false;
    text_.begin_cell();
  } else if (name == "sdt") {
    return !is_table_of_contents(node) && !shows_prompt(node);
  } else if (name == "altChunk") {
    add_chunk(node);
  } else if (name == "relIds" || name == "chart" || name == "textpath") {
    add_drawing(node, name);
  } else if (name == "AlternateContent") {
    branches_.push_back(branch_with_text(node));
  } else if (name == "Choice" || name == "Fallback") {
    return branches_.empty() || node == branches_.back();
  }
  return true;
}

bool DocxReader::in_run(const pugi::xml_node& node, std::string_view name) {
  if (name == "r") begin_run(node);
  else if (name == "fldChar") fields_.pass(node);
  else if (!visible()) return true;
  else if (name == "tab" || name == "ptab") text_.space();
  else if (name == "br" || name == "cr") text_.line_break();
  else if (name == "noBreakHyphen") text_.words("-");
  else if (name == "sym") write(symbol_of(node));
  else if (name == "footnoteReference") refer(node, false);
  else if (name == "endnoteReference") refer(node, true);
  return true;
}

void DocxReader::leave(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "p") {
    if (in_heading_) keep_heading();
    in_heading_ = false;
    if (is_drop_cap(child(node, "pPr")) && is_word_before(text_.paragraph(), node.next_sibling()))
      text_.space();
    text_.end_paragraph(joins_next(node));
    contents_ = false;
    settle();
  } else if (name == "tc") {
    text_.end_cell();
  } else if (name == "tr") {
    text_.end_row();
    settle();
  } else if (name == "r") {
    runs_.pop_back();
    if (node == marked_run_) marked_run_ = {};
  } else if (name == "AlternateContent") {
    branches_.pop_back();
  }
}

bool DocxReader::begin_paragraph(const pugi::xml_node& paragraph) {
  if (put_off(paragraph)) return false;
  const pugi::xml_node properties = child(paragraph, "pPr");
  const std::string name(value(child(properties, "pStyle"), "val"));
  const DocxStyle& style = styles_.paragraph(name);
  ListPlace place = list_place(properties);
  if (place.list.empty()) place.list = style.place.list;
  if (place.level.empty()) place.level = style.place.level;
  const std::string mark = lists_.mark(place, name);
  // A numbered heading is a heading: its number is part of the layout, as it is in the printed
  // page.
  in_heading_ = style.heading || name == "Title" || name.starts_with("Heading");
  text_.begin_paragraph(in_heading_ ? std::string() : mark);
  paragraph_look_ = style.look;
  contents_ = style.contents;
  return true;
}

void DocxReader::begin_run(const pugi::xml_node& run) {
  const pugi::xml_node properties = child(run, "rPr");
  RunLook look = run_look(properties);
  look.complete(styles_.run(value(child(properties, "rStyle"), "val")));
  look.complete(paragraph_look_);
  if (!runs_.empty()) look.hidden = look.hidden.value_or(false) || *runs_.back().hidden;
  look.hidden = look.hidden.value_or(false) || look.struck.value_or(false);
  runs_.push_back(look);
}

void DocxReader::refer(const pugi::xml_node& reference, bool endnote) {
  const std::string_view custom = value(reference, "customMarkFollows");
  const bool counted = custom.empty() || custom == "0" || custom == "false";
  std::string mark = counted ? std::string() : typed_mark(reference);
  if (!mark.empty()) marked_run_ = reference.parent();
  const auto& notes = endnote ? endnotes_ : footnotes_;
  const auto note = notes.find(std::string(value(reference, "id")));
  if (note != notes.end()) {
    if (counted) mark = endnote ? list_number('i', ++endnote_) : list_number('1', ++footnote_);
    add_note(mark.empty() ? "*" : std::move(mark), note->second);
  } else if (mark.empty()) {
    return;
  }
  text_.note_mark();
}

/// The words of a diagram or chart, which stand in a part of their own, or of letters that are
/// drawn along a path: paragraphs behind the one that holds them.
void DocxReader::add_drawing(const pugi::xml_node& reference, std::string_view name) {
  if (!visible() || put_off(reference)) return;
  std::vector<std::string> drawn_words;
  if (name == "textpath") drawn_words = {folded(value(reference, "string"))};
  else if (const auto found =
               drawings_.find(std::string(value(reference, name == "chart" ? "id" : "dm")));
           found != drawings_.end())
    drawn_words = found->second;
  for (const std::string& words : drawn_words) {
    text_.begin_paragraph();
    text_.words(words);
    text_.end_paragraph();
  }
}

/// A document inside, with its own paragraphs and lines.
void DocxReader::add_chunk(const pugi::xml_node& reference) {
  const auto chunk = chunks_.find(std::string(value(reference, "id")));
  if (chunk == chunks_.end()) return;
  bool open = false;
  const std::string_view text = chunk->second;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      if (open) text_.end_paragraph();
      open = false;
      continue;
    }
    if (open) text_.line_break();
    else text_.begin_paragraph();
    open = true;
    text_.words(line);
  }
  if (open) text_.end_paragraph();
}

}  // namespace

Extracted read_docx_inside(std::string_view bytes, const Wish& wish, int depth) {
  const DocxPackage package = docx_package(bytes);
  // Spaces between runs are words' spaces.
  constexpr unsigned with_spaces = pugi::parse_default | pugi::parse_ws_pcdata_single;
  pugi::xml_document numbering, styles, main, footnotes, endnotes, core;
  DocxLists lists;
  lists.read(root_of(numbering, package.numbering, with_spaces));
  DocxStyles looks;
  looks.read(root_of(styles, package.styles, with_spaces));
  parse_xml(main, package.main, package.main_name.c_str());
  const pugi::xml_node body = child(main.document_element(), "body");
  DocxReader reader(std::move(lists), std::move(looks));
  reader.set_notes(root_of(footnotes, package.footnotes, with_spaces),
                   root_of(endnotes, package.endnotes, with_spaces));
  std::vector<std::string> remarks;
  std::map<std::string, std::string> chunks;
  for (const auto& [id, chunk] : package.chunks)
    chunks.emplace(id, text_of_chunk(chunk, wish, depth, remarks));
  reader.set_chunks(std::move(chunks));
  std::map<std::string, std::vector<std::string>> drawings;
  for (const auto& [id, part] : package.drawings) drawings[id] = drawing_paragraphs(part);
  reader.set_drawings(std::move(drawings));
  std::string text = reader.read_body(body);
  Metadata metadata =
      office_metadata(root_of(core, package.core), "created", "modified", "creator");
  Extracted document = office_text(std::move(text), std::move(metadata), reader.heading(), "DOCX");
  document.remarks = std::move(remarks);
  return document;
}

Extracted read_docx(std::string_view bytes, const Wish& wish) {
  return read_docx_inside(bytes, wish, 0);
}

}  // namespace attache::reader
