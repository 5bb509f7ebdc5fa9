// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache::reader {

/// Writes running text with folded white space, lines and paragraphs; breaks take effect only
/// between words, so that no text begins or ends with one and none is doubled.
class BlockWriter {
 public:
  /// Words; runs of blanks and line ends become one blank. Control characters are left out.
  void words(std::string_view text);
  /// Text whose line ends stand (<pre>).
  void verbatim(std::string_view text);
  void line_break() { want(Break::line); }
  void paragraph_break() { want(Break::paragraph); }
  /// A blank between this and the next word.
  void space() { want(Break::blank); }
  /// Stands before the next word, if there is one before the next break: a list item's mark.
  void mark(std::string_view mark) { mark_ = mark; }
  void drop_mark() { mark_.clear(); }

  std::size_t size() const { return text_.size(); }
  /// What was written since the text had this size.
  std::string_view text_from(std::size_t size) const {
    return std::string_view(text_).substr(size);
  }
  /// The letters written since the last blank or break; empty where a break is due.
  std::string_view last_word() const;
  std::string finish() { return text_.empty() ? std::string() : std::move(text_) + "\n"; }

 private:
  enum class Break { none, blank, line, paragraph };
  void want(Break wanted) { pending_ = pending_ < wanted ? wanted : pending_; }
  void flush();

  std::string text_;
  std::string mark_;
  Break pending_ = Break::none;
};

/// One line without white space at its ends and with single blanks inside.
std::string folded(std::string_view text);

}  // namespace attache::reader
