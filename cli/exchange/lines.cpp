// SPDX-License-Identifier: MIT
#include "cli/exchange/lines.h"

#include "cli/output/escape.h"

namespace attache {
namespace {

/// What some program takes for the end of a line or a field: C0 and C1 controls with the tab among
/// them, NEL, and the separators of lines and paragraphs.
bool ends_piece(char32_t c) {
  return c < U' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string with_plain_line_ends(std::string text) {
  for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r', at + 1))
    text[at] = at + 1 < text.size() && text[at + 1] == '\n' ? ' ' : '\n';
  return text;
}

std::vector<ByteSpan> pieces_on_lines(std::string_view text, ByteSpan span) {
  std::vector<ByteSpan> pieces;
  ByteSpan piece{span.start, span.start};  // from its first visible byte to behind its last
  const auto close = [&](std::int64_t next) {
    if (piece.end > piece.start) pieces.push_back(piece);
    piece = {next, next};
  };
  for (std::int64_t at = span.start; at < span.end;) {
    const Character c = character_at(text, static_cast<std::size_t>(at));
    const std::int64_t next = at + static_cast<std::int64_t>(c.size);
    if (c.valid && ends_piece(c.code)) close(next);
    else if (c.code != U' ') piece.end = next;
    else if (piece.end == piece.start) piece = {next, next};
    at = next;
  }
  close(span.end);
  return pieces;
}

}  // namespace attache
