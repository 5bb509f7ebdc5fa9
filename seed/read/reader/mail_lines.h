// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache::reader {

/// How the lines of a plain text in a message were broken (RFC 3676).
struct MailLines {
  bool flowed = false;      ///< a line that ends in a blank goes on in the next
  bool drop_blank = false;  ///< that blank is no part of the text
};

/// The text of a message without the marks of quotation (`> `) at the beginning of its lines. What
/// is quoted, and quoted within that, stands in paragraphs of its own; lines go on only in lines
/// that are quoted as deeply. `text` has plain line feeds.
std::string mail_text(std::string_view text, const MailLines& lines);

}  // namespace attache::reader
