// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/text/tokens.h"

namespace attache {

/// Where lines begin and end (columns), and what this says of the text: how wide it is wrapped,
/// whether paragraphs or items have their first line further in or further out than the others.
class LineLayout {
 public:
  /// `going_on`: first tokens of lines that go on with a sentence for sure, rising. Text and tokens
  /// must outlive this.
  LineLayout(std::string_view text, const std::vector<Token>& tokens,
             const std::vector<std::uint32_t>& going_on);

  /// The word that begins the line at `i` found no room on the line before.
  bool is_full_before(std::uint32_t i) const;
  /// The line at `i` lies further in than the one at `first`, with which its paragraph began, and
  /// so do lines of this text that go on.
  bool hangs_from(std::uint32_t first, std::uint32_t i) const;
  /// The line at `i` lies further out than the one at `first` before it, which has the indent of
  /// paragraphs in this text.
  bool follows_indent(std::uint32_t first, std::uint32_t i) const;
  /// The line at `i` lies where paragraphs of this text begin, and the one before does not: as far
  /// out as the one at `first`, behind lines further in, or further in where first lines are.
  bool begins_paragraph(std::uint32_t first, std::uint32_t i) const;
  /// The line at `i` lies further in than the one at `first`.
  bool is_deeper(std::uint32_t first, std::uint32_t i) const;

 private:
  std::uint32_t indent(std::uint32_t token) const;
  std::uint32_t end_of_line_before(std::uint32_t token) const;
  std::uint32_t line_begin(std::uint32_t token) const;
  void learn_width(const std::vector<std::uint32_t>& going_on);
  void learn_indents(const std::vector<std::uint32_t>& going_on);

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t width_ = 0;   ///< columns that lines have; 0: they do not show it
  std::uint32_t indent_ = 0;  ///< of the first lines of paragraphs; 0: none
  bool hanging_ = false;      ///< lines go on further in than they began
};

}  // namespace attache
