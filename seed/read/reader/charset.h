// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache::reader {

/// The bytes of an HTML file as UTF-8 without byte-order mark, in the given charset (an iconv name)
/// or, where that is empty, in the one that the file shows. What is ill-formed becomes U+FFFD.
/// Throws FormatError for an unknown charset that was given; one that only the file names and iconv
/// lacks is passed over.
std::string html_to_utf8(std::string_view bytes, const std::string& charset);

}  // namespace attache::reader
