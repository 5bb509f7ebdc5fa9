// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "seed/read/decode.h"

namespace attache {

/// A text that was printed in pages, as running text: running heads and feet, page numbers,
/// document symbols and bar codes left out, so that a sentence goes on over the page's end. Where
/// form feeds part the pages, what stands at their edges is looked at: such lines, and lines that
/// come again (but for their digits) on two pages and every fourth. Without form feeds, only lines
/// of that kind that stand together or break a sentence. Nothing where the text shows no pages.
/// Linear.
std::optional<Decoded> without_pages(std::string_view text);

/// Whether a text that came out of mark-up is one of lines of about one width, as plain texts are
/// that were put on a web page as they stood.
bool is_preformatted(std::string_view text);

}  // namespace attache
