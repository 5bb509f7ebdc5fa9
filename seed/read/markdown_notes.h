// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// A note that stands apart from the text: "[^1]: In 1992, as observers."
struct MarkdownNote {
  std::string mark;          ///< as it is printed: its number
  std::string_view content;  ///< a part of the source; further paragraphs are indented
};

struct MarkdownNotes {
  std::string body;  ///< the source with blanks for the notes, byte for byte; empty without notes
  std::vector<MarkdownNote> notes;  ///< in the order of their marks in the text
};

/// The notes of a text in Markdown. CommonMark has none, and takes one of a single word for a
/// link's address, which is not shown. Code between fences has none.
MarkdownNotes markdown_notes(std::string_view source);

}  // namespace attache
