// SPDX-License-Identifier: MIT
#include "seed/read/read.h"

#include <algorithm>
#include <utility>

#include "seed/read/decode.h"
#include "seed/read/digest.h"

namespace attache {
namespace {

void check_size(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  // Spans are 32 bits wide, and a text may be three times as long as the file it was decoded from.
  constexpr std::uint64_t widest = 0xFFFFFFFFu / 3;
  if (bytes.size() <= options.max_bytes && bytes.size() <= widest) return;
  throw ReadError(name + ": larger than " + std::to_string(std::min(options.max_bytes, widest)) +
                  " bytes: say --max-document-size to allow more");
}

}  // namespace

Document read_document(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  check_size(bytes, name, options);
  Document document;
  document.sha256 = sha256_hex(bytes);
  document.bytes = bytes.size();
  document.media_type = "text/plain";
  Decoded decoded = decode(bytes, name, options);
  document.text = std::move(decoded.text);
  document.map = std::move(decoded.map);
  return document;
}

}  // namespace attache
