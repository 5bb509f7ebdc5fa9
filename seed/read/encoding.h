// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// Tells UTF-8, UTF-16 and Windows-1252 apart by the bytes: a byte-order mark; NUL in every second
/// byte; well-formed UTF-8; or, where nothing speaks for UTF-8, high bytes as Windows-1252 has them
/// in a text of Latin letters. Encoding::utf8 where it is none of these, so that the refusal names
/// the first byte that is not.
Encoding guess_encoding(std::string_view bytes);

/// Whether a text without a byte-order mark is UTF-16 by its NULs.
bool looks_utf16(std::string_view bytes);

/// auto, utf-8, windows-1252, latin1 or utf-16 for a name of an encoding in any spelling that is in
/// use: UTF8, cp1252, ISO-8859-1. Empty for another.
std::string_view encoding_name(std::string_view spelling);

/// Whether this is the name of an encoding in use that is not read: cp1251, ISO-8859-2, KOI8-R,
/// Shift_JIS. A file in it has to be converted first.
bool is_foreign_encoding(std::string_view spelling);

/// What to do with a text whose bytes are no UTF-8, as the end of a sentence.
std::string advice_on_encoding(std::string_view bytes);

/// The encoding of a name that encoding_name() gives; Encoding::unicode for an empty one.
Encoding encoding_named(std::string_view name);

/// "utf-8", "utf-16", "windows-1252" or "latin1".
std::string_view name_of(Encoding encoding);

}  // namespace attache
