// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache::reader {

/// Keeps the character sets of the web (WHATWG's encoding standard) in memory for as long as it
/// lives: the C library has one file for each, and a confined process can't open them.
class LoadedCharsets {
 public:
  /// Without `all` only what the library needs to begin with.
  explicit LoadedCharsets(bool all);
  LoadedCharsets(const LoadedCharsets&) = delete;
  LoadedCharsets& operator=(const LoadedCharsets&) = delete;
  ~LoadedCharsets();

 private:
  std::vector<void*> open_;
};

/// The bytes of an HTML file as UTF-8 without byte-order mark, in the given charset (an iconv name)
/// or, where that is empty, in the one that the file shows. What is ill-formed becomes U+FFFD.
/// Throws FormatError for an unknown charset that was given; one that only the file names and iconv
/// lacks is passed over.
std::string html_to_utf8(std::string_view bytes, const std::string& charset);

}  // namespace attache::reader
