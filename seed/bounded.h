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

/// The text, of more than `limit` characters those.
std::string first_characters(std::string text, std::size_t limit);

/// Cuts title, source and language to their longest.
void bound(Metadata& metadata);

}  // namespace attache
