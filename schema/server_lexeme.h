// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// A word of the full-text index as the server has it: its first bytes, where it is longer than
/// the server takes; never a part of a character. Who asks cuts in the same way, and looks at what
/// is found again.
std::string_view server_lexeme(std::string_view word);

/// A word as it stands in a tsvector or a tsquery.
std::string quoted_lexeme(std::string_view word);

}  // namespace attache
