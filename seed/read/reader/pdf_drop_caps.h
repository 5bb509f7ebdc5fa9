// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// Gives a capital that reaches down over several lines to the word at its shoulder, "I" to "t",
/// and lets the lines beside it begin where it does. A letter that is a word ("A") stays one where
/// the document's own words say so, "I" before a verb.
void join_drop_caps(std::vector<PdfPage>& pages);

}  // namespace attache::reader
