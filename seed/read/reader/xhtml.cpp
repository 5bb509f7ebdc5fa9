// SPDX-License-Identifier: MIT
#include "seed/read/reader/xhtml.h"

#include <pugixml.hpp>

#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "seed/read/reader/xml.h"
#include "seed/read/reader/xml_text.h"
#include "seed/read/reader/xml_walk.h"

namespace attache::reader {
namespace {

class Text : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    bytes_.append(static_cast<const char*>(data), size);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Whether <x epub:type="... word ..."> or <x role="doc-word"> says so.
bool is_a(const pugi::xml_node& node, std::string_view word) {
  const std::string types = " " + std::string(value(node, "type")) + " ";
  return types.find(" " + std::string(word) + " ") != std::string::npos ||
         value(node, "role") == "doc-" + std::string(word);
}

bool is_note(const pugi::xml_node& node) {
  return is_a(node, "footnote") || is_a(node, "endnote") || is_a(node, "rearnote");
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

struct Notes {
  std::map<std::string, std::string> marks;  ///< by the note's id
  std::vector<pugi::xml_node> marks_in_text;
  std::vector<pugi::xml_node> asides;
};

Notes notes_in(const pugi::xml_node& page) {
  Notes notes;
  const auto enter = [&](const pugi::xml_node& node) {
    const std::string_view target = value(node, "href");
    if (is_a(node, "noteref")) {
      notes.marks_in_text.push_back(node);
      notes.marks.emplace(target.substr(target.find('#') + 1), words_below(node));
    } else if (is_a(node, "backlink")) {
      notes.marks_in_text.push_back(node);
    } else if (local_name(node) == "aside" && is_note(node)) {
      notes.asides.push_back(node);
      return true;
    }
    return true;
  };
  walk_xml(page, enter, [](const pugi::xml_node&) {});
  return notes;
}

/// The innermost box that a note's first words stand in.
pugi::xml_node first_box(pugi::xml_node note) {
  for (pugi::xml_node first = note.first_child(); first; first = note.first_child()) {
    while (first.type() == pugi::node_pcdata && is_blank(first.value()))
      first = first.next_sibling();
    const std::string_view name = local_name(first);
    if (name != "p" && name != "div" && name != "section") break;
    note = first;
  }
  return note;
}

/// Behind the text, which HTML's <aside> would not be read as.
void move_behind(const pugi::xml_node& body, pugi::xml_node aside, const Notes& notes) {
  const auto mark = notes.marks.find(std::string(value(aside, "id")));
  const std::string words = words_below(aside);
  const bool begins = mark != notes.marks.end() && words.starts_with(mark->second);
  pugi::xml_node moved = pugi::xml_node(body).append_move(aside);
  moved.set_name("div");
  if (mark != notes.marks.end() && !begins && !mark->second.empty())
    first_box(moved)
        .prepend_child(pugi::node_pcdata)
        .set_value(("[" + mark->second + "] ").c_str());
}

}  // namespace

std::string html_of_xhtml(const std::string& bytes) {
  // References to characters stay as they are written: their names are HTML's.
  constexpr unsigned options =
      (pugi::parse_default | pugi::parse_ws_pcdata) & ~static_cast<unsigned>(pugi::parse_escapes);
  pugi::xml_document document;
  if (!document.load_buffer(bytes.data(), bytes.size(), options)) return bytes;
  const pugi::xml_node page = document.document_element();
  const Notes notes = notes_in(page);
  for (pugi::xml_node aside : notes.asides)
    if (const pugi::xml_node body = child(page, "body")) move_behind(body, aside, notes);
  for (pugi::xml_node mark : notes.marks_in_text) mark.remove_children();
  Text text;
  page.print(text, "",
             pugi::format_raw | pugi::format_no_escapes | pugi::format_no_empty_element_tags |
                 pugi::format_no_declaration);
  return text.take();
}

}  // namespace attache::reader
