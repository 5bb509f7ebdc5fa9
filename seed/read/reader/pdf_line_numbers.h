// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// Takes the numbers of lines out, wherever they stand beside the text: numbers below one another,
/// in a strip without other words, that rise by one step from line to line, or from each fifth (or
/// second, or tenth) to the next, beside sentences that run on over these lines. Pages with few of
/// them follow those that have more. Time: words of the pages.
void remove_line_numbers(std::vector<PdfPage>& pages);

}  // namespace attache::reader
