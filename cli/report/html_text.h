// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/output/sink.h"

namespace attache {

/// Appends text for HTML, between tags and in quoted attributes alike: what has a meaning there is
/// written as a character reference, line ends and tabs are a space each, bytes that are not UTF-8
/// the replacement character. Characters that no reader would see (see is_hidden) are left out, so
/// that none of them turns or joins what stands beside it.
void append_html(std::string& out, std::string_view text);

/// The same as a value.
std::string html_text(std::string_view text);

/// Whether the text is an address that a page may link to: http or https, and nothing hidden or
/// blank in it.
bool is_web_address(std::string_view text);

/// Writes a page: tags that the program itself makes, and texts that come from elsewhere.
class HtmlWriter {
 public:
  explicit HtmlWriter(Sink& sink) : sink_(sink) {}

  /// Tags and words of the program's own.
  HtmlWriter& raw(std::string_view html) {
    sink_.append(html);
    return *this;
  }
  /// Anything.
  HtmlWriter& text(std::string_view text) {
    append_html(sink_.text(), text);
    return *this;
  }
  HtmlWriter& number(std::int64_t number);
  /// Hands on what has been collected once it is large. Throws OutputError.
  void checkpoint() { sink_.checkpoint(); }

 private:
  Sink& sink_;
};

/// 12345 as "12,345".
std::string grouped_number(std::int64_t number);

/// "1 row", "2 rows": grouped, with the noun's plural made by an s.
std::string counted(std::int64_t number, std::string_view noun);

}  // namespace attache
