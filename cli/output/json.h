// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Appends text as a JSON string with its quotes. Control characters, also C1 and bidirectional
/// overrides, are written \uXXXX, so that the output is safe on a terminal and reads back as the
/// same text; bytes that are not UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// The same as a value.
std::string json_string(std::string_view text);

/// A JSON array of texts.
std::string json_array(const std::vector<std::string>& texts);

}  // namespace attache
