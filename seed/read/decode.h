// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// Bytes in some encoding as UTF-8, with the way back.
struct Decoded {
  std::string text;
  OffsetMap map;
  Encoding encoding = Encoding::utf8;  ///< that was taken
};

/// Decodes a text. UTF-8 comes back as it is, byte-order mark included; from UTF-16 the mark is
/// left out. Throws ReadError for NUL ("not a text") and for what is invalid in the encoding, with
/// its byte position, unless options.replace_invalid puts U+FFFD there.
Decoded decode(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace attache
