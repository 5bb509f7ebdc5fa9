// SPDX-License-Identifier: MIT
// Bytes of any encoding as text and as Markdown: valid UTF-8 comes out, and the map back to the
// file stays in the file.
#include "seed/read/read.h"

#include "seed/read/utf8.h"
#include "tests/fuzz/target.h"

namespace {

using namespace attache;

/// Every few bytes of the text, where they came from.
void require_map_in_file(const Document& document, std::size_t file_size) {
  if (!document.map.exists()) return;
  for (std::uint32_t at = 0; at < document.text.size(); at += 7)
    fuzz::require(document.map.to_source(at) <= file_size, "the map leads into the file");
}

void read_as(std::string_view bytes, Encoding encoding, const char* format) {
  ReadOptions options;
  options.encoding = encoding;
  options.format = format;
  options.replace_invalid = true;
  try {
    const Document document = read_document(bytes, "input", options, "digest");
    fuzz::require(find_invalid_utf8(document.text) == std::string::npos, "the text is UTF-8");
    require_map_in_file(document, bytes.size());
  } catch (const ReadError&) {
    // Refused, in words: that is an answer.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr Encoding encodings[] = {Encoding::automatic, Encoding::utf8, Encoding::windows1252,
                                    Encoding::latin1, Encoding::utf16};
  const std::string_view bytes = attache::fuzz::bytes_of(data + 1, size - 1);
  read_as(bytes, encodings[data[0] % 5], data[0] & 0x80 ? "markdown" : "text");
  return 0;
}
