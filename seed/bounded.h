// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "seed/read/read.h"

namespace attache {

/// What is said of a document is shown with each of its rows, so it has a length. In characters.
inline constexpr std::size_t longest_title = 500;
inline constexpr std::size_t longest_source = 2000;
inline constexpr std::size_t longest_language = 100;
inline constexpr std::size_t longest_own_key = 200;
inline constexpr std::size_t longest_own_value = 10'000;
inline constexpr std::size_t most_own = 1000;  ///< entries

/// The text, of more than `limit` characters those.
std::string first_characters(std::string text, std::size_t limit);

/// Cuts title, source, language and what is the document's own to their longest; no NUL is left,
/// which other readers of the database take for the end.
void bound(Metadata& metadata);

}  // namespace attache
