// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/report/html_text.h"
#include "cli/report/segments.h"

namespace attache {

/// A row as the marks of its words name it.
struct RowLabel {
  std::size_t kind = 0;  ///< index into row_kinds
  std::string label;     ///< "N3": the id of the row in the page
  std::string words;     ///< for who hears the page: "Sovereign equality of states"
};

/// The bytes of the text. Throws KnowledgeBaseError where the stored offsets are damaged.
std::string_view stored_piece(std::string_view text, std::int64_t start, std::int64_t end);

/// Writes the segments: words that rows cite as <mark>, and behind the last of them a link to each
/// row that ends there. `labels` are those of the rows by their numbers. Throws KnowledgeBaseError
/// where a segment does not lie in the text.
void write_segments(HtmlWriter& html, std::string_view text, std::span<const Segment> segments,
                    const std::vector<RowLabel>& labels);

/// What the marks mean, as a list: each kind with its letter, its line and its table.
void write_legend(HtmlWriter& html);

}  // namespace attache
