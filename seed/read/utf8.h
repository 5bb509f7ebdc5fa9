// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

/// Byte offset of the first ill-formed UTF-8 sequence at or after `from`, or npos where all is
/// well. Strict: no overlong forms, surrogates or code points above U+10FFFF. NUL is well-formed.
std::size_t find_invalid_utf8(std::string_view bytes, std::size_t from = 0);

/// Length of the ill-formed sequence at the beginning of `bytes`, 1 to 3: the longest beginning of
/// a well-formed one, as Unicode's table 3-7 and its practice for U+FFFD say.
std::size_t invalid_length(std::string_view bytes);

/// Appends a code point (no surrogate, at most U+10FFFF) and returns its length in bytes.
std::size_t append_utf8(std::string& text, std::uint32_t code_point);

/// Length of the run of ASCII at the beginning of `bytes`.
std::size_t ascii_length(std::string_view bytes);

}  // namespace attache
