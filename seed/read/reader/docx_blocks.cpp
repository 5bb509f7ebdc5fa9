// SPDX-License-Identifier: MIT
#include "seed/read/reader/docx_blocks.h"

#include <string_view>

#include "seed/read/reader/xml.h"
#include "seed/read/word_list.h"

namespace attache::reader {
namespace {

/// <w:hidden/>, but not <w:hidden w:val="0"/>.
bool is_set(const pugi::xml_node& switched) {
  const std::string_view set = value(switched, "val");
  return switched && set != "0" && set != "false" && set != "off";
}

/// Paragraphs of a cell, as far as it matters whether they are more than one.
int paragraphs_in(const pugi::xml_node& cell) {
  int count = 0;
  for (const pugi::xml_node& block : cell.children()) {
    const std::string_view name = local_name(block);
    if (name == "tbl") count += 2;
    if (name == "sdt") count += paragraphs_in(child(block, "sdtContent"));
    if (name == "p" && block.last_child() && local_name(block.last_child()) != "pPr") ++count;
    if (count > 1) break;
  }
  return count;
}

}  // namespace

pugi::xml_node branch_with_text(const pugi::xml_node& alternatives) {
  for (const pugi::xml_node& branch : alternatives.children())
    for (const char* text : {"t", "textpath", "relIds", "chart"})
      if (below(branch, text)) return branch;
  return {};
}

bool is_one_line(const pugi::xml_node& row) {
  for (const pugi::xml_node& part : row.children()) {
    const pugi::xml_node content = child(part, "sdtContent");
    const pugi::xml_node cell = local_name(part) == "tc" ? part : child(content, "tc");
    if (paragraphs_in(cell) > 1) return false;
  }
  return true;
}

bool is_table_of_contents(const pugi::xml_node& control) {
  const pugi::xml_node part = child(child(control, "sdtPr"), "docPartObj");
  return value(child(part, "docPartGallery"), "val") == "Table of Contents";
}

bool is_left_out(const pugi::xml_node& row) {
  const pugi::xml_node properties = child(row, "trPr");
  return child(properties, "del") || is_set(child(properties, "hidden"));
}

bool shows_prompt(const pugi::xml_node& control) {
  const pugi::xml_node prompt = child(child(control, "sdtPr"), "showingPlcHdr");
  return is_set(prompt);
}

bool is_word_before(std::string_view capital, const pugi::xml_node& paragraph) {
  const std::string_view text = below(paragraph, "t").child_value();
  const std::string_view word = text.substr(0, text.find_first_of(" ,.;:"));
  return capital == "I" && word_list("behind I").contains(word);
}

}  // namespace attache::reader
