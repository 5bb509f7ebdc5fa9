// SPDX-License-Identifier: MIT
// What the blocks of a DOCX file's text are, by the elements in them.
#pragma once

#include <pugixml.hpp>

#include <string_view>

namespace attache::reader {

/// The branch of <mc:AlternateContent> that is read: the first that holds text.
pugi::xml_node branch_with_text(const pugi::xml_node& alternatives);

/// No cell of the row has more than one paragraph.
bool is_one_line(const pugi::xml_node& row);

/// The row is deleted, or hidden.
bool is_left_out(const pugi::xml_node& row);

bool is_table_of_contents(const pugi::xml_node& control);

/// The prompt of a control that nobody has filled: "Click here to enter text."
bool shows_prompt(const pugi::xml_node& control);

/// A drop cap that is a word before the paragraph behind it: "I" before "wish to say".
bool is_word_before(std::string_view capital, const pugi::xml_node& paragraph);

}  // namespace attache::reader
