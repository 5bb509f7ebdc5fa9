// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "seed/read/entity.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/tei_metadata.h"
#include "seed/read/reader/tree_reader.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/xml_text.h"

namespace attache::reader {
namespace {

using namespace std::string_view_literals;

/// Elements that stand in lines of their own; an element in neither list is part of a line.
bool is_block(std::string_view name) {
  static const std::set<std::string_view> blocks = {
      "p",          "ab",        "head",       "l",         "byline",       "dateline",
      "salute",     "signed",    "trailer",    "argument",  "opener",       "closer",
      "postscript", "titlePart", "docTitle",   "docAuthor", "docDate",      "docImprint",
      "imprimatur", "epigraph",  "speaker",    "stage",     "floatingText", "note",
      "entry",      "bibl",      "biblStruct", "address",   "addrLine"};
  return blocks.count(name) > 0;
}

/// Running heads, what an editor describes or what the text no longer says.
bool is_left_out(std::string_view name) {
  static const std::set<std::string_view> left_out = {
      "teiHeader", "facsimile", "sourceDoc", "standOff",  "fw",   "figDesc", "del",
      "surplus",   "rdg",       "index",     "certainty", "desc", "graphic"};
  return left_out.count(name) > 0;
}

/// What is read of <choice>: what the editor took for right, regular or whole.
pugi::xml_node chosen(const pugi::xml_node& choice) {
  for (const char* name : {"corr", "reg", "expan"})
    if (const pugi::xml_node found = child(choice, name)) return found;
  return choice.find_child([](const pugi::xml_node& one) { return !local_name(one).empty(); });
}

bool is_number(std::string_view words) {
  return !words.empty() && words.size() <= 4 &&
         words.find_first_not_of("0123456789[]*") == std::string_view::npos;
}

/// A number that leads to a note elsewhere in the document.
bool is_note_reference(const pugi::xml_node& reference) {
  return value(reference, "target").starts_with('#') && is_number(words_below(reference));
}

bool is_one_line(const pugi::xml_node& row) {
  return std::all_of(row.begin(), row.end(), [](const pugi::xml_node& cell) {
    const auto blocks = std::count_if(cell.begin(), cell.end(), [](const pugi::xml_node& part) {
      return is_block(local_name(part)) || local_name(part) == "list";
    });
    return blocks <= 1;
  });
}

/// Quotations in quotations would each be looked through to the innermost.
constexpr int most_before_text = 64;

/// The first text at or below a node that is more than white space; nothing where many other nodes
/// come before it.
std::string_view first_text(pugi::xml_node node) {
  const pugi::xml_node top = node;
  for (int seen = 0; node && seen < most_before_text; ++seen) {
    const std::string_view text = node.value();
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin != std::string_view::npos) return text.substr(begin);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != top && !node.next_sibling()) node = node.parent();
    node = node == top ? pugi::xml_node() : node.next_sibling();
  }
  return {};
}

/// The words of <q> have their quotation marks inside it, or right before it; or it is no more than
/// a box around blocks.
bool is_quoted(const pugi::xml_node& quotation) {
  constexpr std::array marks = {"\u201C"sv, "\u201E"sv, "\u2018"sv, "\u00AB"sv, "\""sv, "'"sv};
  const std::string_view words = first_text(quotation);
  const std::string_view before = quotation.previous_sibling().value();
  const bool marked = std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return words.starts_with(mark) || before.ends_with(mark);
  });
  const auto is_part = [](const pugi::xml_node& part) { return is_block(local_name(part)); };
  return words.empty() || marked || std::any_of(quotation.begin(), quotation.end(), is_part);
}

/// The beginning of an item or a note, which are paragraphs themselves.
bool begins_parent(const pugi::xml_node& paragraph) {
  const std::string_view parent = local_name(paragraph.parent());
  if (local_name(paragraph) != "p" || (parent != "item" && parent != "note")) return false;
  pugi::xml_node before = paragraph.previous_sibling();
  while (before && folded(before.value()).empty() && *before.name() == '\0')
    before = before.previous_sibling();
  return !before;
}

/// A label that counts rather than names: "(a)", "12."
bool is_mark(std::string_view label) {
  return !label.empty() && label.size() <= 8 && (label.ends_with('.') || label.ends_with(')'));
}

class TeiReader : public TreeReader {
 protected:
  bool enter(const pugi::xml_node& node) override;
  void leave(const pugi::xml_node& node) override;

 private:
  struct List {
    bool numbered;
    std::size_t count = 0;
  };
  bool enter_block(const pugi::xml_node& node, std::string_view name);
  bool enter_inline(const pugi::xml_node& node, std::string_view name);
  bool note(const pugi::xml_node& note);
  void begin_item();
  void write(std::string_view words);

  std::vector<List> lists_;
  std::vector<pugi::xml_node> choices_;
  std::unordered_set<std::size_t> notes_;
  std::string label_;  ///< of the item that comes next
  std::size_t note_ = 0;
  int raised_ = 0;  ///< raised elements around this one
};

/// Highlighted in a way whose name has this word: `rend="superscript"`.
bool is_set(const pugi::xml_node& node, std::string_view how) {
  const auto says = [&](const char* name) {
    return value(node, name).find(how) != std::string_view::npos;
  };
  return local_name(node) == "hi" && (says("rend") || says("rendition"));
}

bool is_raised(const pugi::xml_node& node) { return is_set(node, "sup"); }
bool is_struck(const pugi::xml_node& node) {
  return is_set(node, "strike") || is_set(node, "line-through");
}

/// <q>, and <quote> within a line.
bool is_quotation(std::string_view name) { return name == "q" || name == "quote"; }

/// Names of characters that older documents define outside: `&mdash;`.
std::string with_characters(std::string_view words) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t begin = words.find('&'); begin != std::string_view::npos;
       begin = words.find('&', begin + 1)) {
    const std::size_t end = words.substr(0, begin + 12).find(';', begin);
    if (end == std::string_view::npos) continue;
    result += words.substr(at, begin - at);
    result += decode_entity(words.substr(begin, end + 1 - begin));
    at = end + 1;
  }
  return result += words.substr(at);
}

void TeiReader::write(std::string_view words) {
  const bool named = words.find('&') != std::string_view::npos;
  const std::string decoded = named ? with_characters(words) : std::string();
  const std::string_view text = named ? decoded : words;
  raised_ > 0 ? text_.raised(text) : text_.words(text);
}

bool TeiReader::enter(const pugi::xml_node& node) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
    return write(node.value()), false;
  const std::string_view name = local_name(node);
  if (is_left_out(name) || is_struck(node)) return false;
  if (!choices_.empty() && node.parent() == choices_.back().parent())
    return node == choices_.back();
  return enter_block(node, name) && enter_inline(node, name);
}

bool TeiReader::enter_block(const pugi::xml_node& node, std::string_view name) {
  if (name == "note" && !note(node)) return false;
  if (name == "item") begin_item();
  else if (is_block(name) && !begins_parent(node)) text_.begin_paragraph();
  else if (name == "list") {
    const std::string_view kind = value(node, "type");
    const bool numbered = kind.starts_with("ordered") || kind.starts_with("numbered") ||
                          value(node, "rend").find("numbered") != std::string_view::npos;
    lists_.push_back({numbered});
  } else if (name == "label" && !lists_.empty()) {
    label_ = words_below(node);
    if (is_mark(label_)) return false;
    label_ = " ";  // the item is none of those that are marked
    text_.begin_paragraph();
  } else if (name == "row") {
    text_.begin_row(is_one_line(node));
  } else if (name == "cell") {
    text_.begin_cell();
  } else if (name == "div" || name == "table" || name == "lg" || name == "sp") {
    text_.end_block();
  }
  return true;
}

bool TeiReader::enter_inline(const pugi::xml_node& node, std::string_view name) {
  if (name == "choice") choices_.push_back(chosen(node));
  if (is_quotation(name) && !is_quoted(node)) write("\u201C");
  if (is_raised(node)) ++raised_;
  if (name == "lb" && value(node, "break") != "no") text_.space();
  if (name == "ref" && is_note_reference(node)) return text_.note_mark(), false;
  return true;
}

void TeiReader::leave(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "choice") choices_.pop_back();
  if (is_raised(node)) --raised_;
  if (is_quotation(name) && !is_quoted(node)) write("\u201D");
  const bool label = name == "label" && !lists_.empty();
  if (name == "item" || label || (is_block(name) && !begins_parent(node))) text_.end_paragraph();
  else if (name == "list") lists_.pop_back();
  else if (name == "cell") text_.end_cell();
  else if (name == "row") text_.end_row();
}

void TeiReader::begin_item() {
  std::string mark = "- ";
  if (!lists_.empty() && lists_.back().numbered)
    mark = std::to_string(++lists_.back().count) + ". ";
  if (label_ == " ") mark.clear();
  else if (!label_.empty()) mark = label_ + " ";
  label_.clear();
  text_.begin_paragraph(mark);
}

/// Comes by twice: where it stands, and behind the text.
bool TeiReader::note(const pugi::xml_node& note) {
  if (!notes_.insert(note.hash_value()).second) return true;
  ++note_;
  const std::string own = folded(value(note, "n"));
  add_note(own.empty() ? std::to_string(note_) : own, note);
  text_.note_mark();
  return false;
}

}  // namespace

Extracted read_tei(std::string_view bytes, const Wish& wish) {
  pugi::xml_document document;
  std::vector<std::string> remarks;
  parse_xml_file(document, bytes, wish, remarks);
  const pugi::xml_node root = document.document_element();
  TeiReader reader;
  Extracted result{reader.read(root), tei_metadata(root)};
  result.remarks = std::move(remarks);
  if (result.text.empty()) throw FormatError("no text in this TEI file");
  return result;
}

}  // namespace attache::reader
