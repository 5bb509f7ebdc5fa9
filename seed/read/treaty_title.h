// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// Without what tells at the beginning which kind of text follows: "MainText:", "Unofficial
/// translation". Begins with no white space.
std::string_view without_labels(std::string_view text);

/// The title with which a text begins where no blank line parts it from what follows: lines in
/// capitals above prose, or the name of a treaty ("Protocol ... between ...") above its parties,
/// its preamble or its first article, on the same line, too. Lines are joined. Empty where the text
/// begins otherwise.
std::string title_above_text(std::string_view text);

}  // namespace attache
