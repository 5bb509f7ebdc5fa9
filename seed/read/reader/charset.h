// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "seed/read/reader/extracted.h"

namespace attache::reader {

/// Keeps character sets in memory for as long as it lives: the C library has a file for each, and a
/// confined process can't open them.
class LoadedCharsets {
 public:
  /// Those that every process needs, and another one (an iconv name) or none.
  explicit LoadedCharsets(const std::string& another);
  LoadedCharsets(const LoadedCharsets&) = delete;
  LoadedCharsets& operator=(const LoadedCharsets&) = delete;
  ~LoadedCharsets();

 private:
  std::vector<void*> open_;
};

/// A document is in a character set (an iconv name) that is not loaded here, or unknown to iconv.
struct CharsetNeeded {
  std::string name;
};

/// The same bytes with U+FFFD for each ill-formed sequence.
std::string repaired_utf8(std::string_view bytes);

/// The bytes of an HTML file as UTF-8 without byte-order mark, in the charset that is wished for or
/// else the one that the file shows; what is taken for want of both is among the remarks.
/// Throws CharsetNeeded; FormatError, with the byte's place, for bytes of no character, unless they
/// are to be replaced.
std::string html_to_utf8(std::string_view bytes, const Wish& wish,
                         std::vector<std::string>& remarks);

}  // namespace attache::reader
