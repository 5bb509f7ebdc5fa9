// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/output/cell.h"
#include "schema/characters.h"

namespace attache {

/// Writes places of one text as members of a JSON object, in bytes and in characters (Unicode code
/// points), without braces. The text must outlive it.
class PlaceWriter {
 public:
  explicit PlaceWriter(std::string_view text) : characters_(text) {}

  /// `"start":S,"end":E,"start_char":C,"end_char":D`, for bytes of the text.
  void append(std::string& out, std::size_t start, std::size_t end) const {
    append_bytes(out, start, end);
    append_characters(out, start, end);
  }
  /// The same where the bytes are told of another text, as of the file that this one was read from.
  void append(std::string& out, std::size_t start, std::size_t end, std::size_t told_start,
              std::size_t told_end) const {
    append_bytes(out, told_start, told_end);
    append_characters(out, start, end);
  }

 private:
  static void append_bytes(std::string& out, std::size_t start, std::size_t end) {
    out += "\"start\":";
    append_number(out, start);
    out += ",\"end\":";
    append_number(out, end);
  }
  void append_characters(std::string& out, std::size_t start, std::size_t end) const {
    out += ",\"start_char\":";
    append_number(out, characters_.before(start));
    out += ",\"end_char\":";
    append_number(out, characters_.before(end));
  }

  CharacterCounts characters_;
};

}  // namespace attache
