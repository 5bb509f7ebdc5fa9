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
  /// A line break as people type it: the second in a row parts paragraphs.
  void typed_break() {
    want(typed_ ? Break::paragraph : Break::line);
    typed_ = true;
  }
  void paragraph_break() { want(Break::paragraph); }
  /// A blank between this and the next word.
  void space() { want(Break::blank); }
  /// Stands before the next word, if there is one before the next break: a list item's mark.
  void mark(std::string_view mark) { mark_ = mark; }
  void drop_mark() { mark_.clear(); }

  /// What was left out here stood between two words: they don't become one.
  void part() { parted_ = true; }

  std::size_t size() const { return text_.size(); }
  /// What was written since the text had this size.
  std::string_view text_from(std::size_t size) const {
    return std::string_view(text_).substr(size);
  }
  /// The letters written since the last blank or break; empty where a break is due.
  std::string_view last_word() const;
  /// Bytes of words written, without white space and marks.
  std::size_t kept() const { return kept_; }
  /// The text so far where the next word follows directly upon it, else nothing.
  std::string_view before() const { return pending_ == Break::none ? text_ : std::string_view(); }
  /// Whether the next word begins a line or paragraph.
  bool begins() const {
    return text_.empty() || pending_ == Break::line || pending_ == Break::paragraph;
  }
  std::string finish() { return text_.empty() ? std::string() : std::move(text_) + "\n"; }

 private:
  enum class Break { none, blank, line, paragraph };
  void want(Break wanted) { pending_ = pending_ < wanted ? wanted : pending_; }
  void flush();
  void byte(char byte);

  std::string text_;
  std::string mark_;
  Break pending_ = Break::none;
  bool parted_ = false;
  bool typed_ = false;
  std::size_t kept_ = 0;
};

/// One line without white space at its ends and with single blanks inside.
std::string folded(std::string_view text);

}  // namespace attache::reader
