// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reader {

/// One piece of a page's source as HTML's tokenizer cuts it.
struct HtmlPiece {
  enum class Kind { text, start, end, comment, doctype, verbatim };  ///< verbatim: of CDATA
  Kind kind = Kind::text;
  std::string_view bytes;  ///< the piece as it stands in the source
  std::string name;        ///< of a tag, in lower case; empty for a name beyond all measure
  std::vector<std::string_view> attributes;  ///< `name` or `name="value"`, as they stand
  bool self_closing = false;
};

/// Cuts a page into text, tags and comments from left to right, each byte looked at once.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view page) : page_(page) {}
  /// The next piece; false at the end.
  bool next(HtmlPiece& piece);
  /// The contents of an element of raw text (<script>, <title>) that has just begun. One that is
  /// never closed has none, except a style, which goes on to the next tag, and a program, which
  /// does to the next line that begins with one.
  std::string_view raw_text(const HtmlPiece& opening);

 private:
  void tag(HtmlPiece& piece, std::size_t name_at);
  std::size_t attribute_end(std::size_t at);
  std::size_t after(std::string_view mark, std::size_t from) const;
  std::size_t find_end(std::string_view name);
  bool has_ahead(std::string_view mark, std::size_t from);

  std::string_view page_;
  std::size_t at_ = 0;
  std::set<std::string, std::less<>> missing_;  ///< ends that don't come any more
};

/// Raw text that is never shown.
bool is_hidden_raw(std::string_view name);
/// Raw text whose mark-up is shown as it stands.
bool is_shown_raw(std::string_view name);

}  // namespace attache::reader
