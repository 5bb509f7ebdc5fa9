// SPDX-License-Identifier: MIT
#include "seed/read/reader/mail_lines.h"

#include "seed/text/ascii.h"

#include <algorithm>
#include <cstddef>

namespace attache::reader {
namespace {

using ascii::is_digit;

struct QuotedLine {
  std::size_t depth = 0;
  std::string_view words;
};

/// `>From` is what mailboxes make of a line that begins with `From`, and `>50 %` is a number.
QuotedLine quoted_line(std::string_view line) {
  QuotedLine result{0, line};
  if (line.starts_with(">From ")) return {0, line.substr(1)};
  while (result.words.starts_with('>') && !(result.words.size() > 1 && is_digit(result.words[1]))) {
    ++result.depth;
    result.words.remove_prefix(1);
    if (result.words.starts_with(" >")) result.words.remove_prefix(1);
  }
  // A blank behind the marks parts them from the words.
  if (result.depth > 0 && result.words.starts_with(' ')) result.words.remove_prefix(1);
  return result;
}

}  // namespace

std::string mail_text(std::string_view text, const MailLines& lines) {
  std::string result;
  std::size_t depth = 0;
  bool open = false;  // the line before goes on in this one
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    QuotedLine line = quoted_line(text.substr(at, end - at));
    // Put there to protect the line's beginning.
    if (lines.flowed && line.depth == 0 && line.words.starts_with(' ')) line.words.remove_prefix(1);
    if (line.depth != depth) result += open ? "\n\n" : "\n";
    depth = line.depth;
    if (line.words == "-- " || line.words == "--") {  // the signature follows
      result += open ? "\n\n" : "\n";
      open = false;
      at = end + 1;
      continue;
    }
    open = lines.flowed && line.words.ends_with(' ');
    if (open && lines.drop_blank) line.words.remove_suffix(1);
    result += line.words;
    if (!open) result += '\n';
    at = end + 1;
  }
  return result;
}

}  // namespace attache::reader
