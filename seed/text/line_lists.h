// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/text/tokens.h"
#include "seed/text/vocabulary.h"

namespace attache {

/// First tokens, rising, of the lines that begin the items of lists without markers: behind a colon
/// at a line's end, items whose semicolons ("... by force;", "... by force; and") all stand at the
/// ends of lines. A semicolon within a line shows that the text is prose.
std::vector<std::uint32_t> semicolon_items(std::string_view text, const std::vector<Token>& tokens,
                                           const Vocabulary& vocabulary);

/// Takes lines that are drawn, of three or more hyphens, underscores, equals signs or stars, out of
/// the tokens; what stands below begins anew.
void drop_drawn_lines(std::vector<Token>& tokens, std::string_view text);

}  // namespace attache
