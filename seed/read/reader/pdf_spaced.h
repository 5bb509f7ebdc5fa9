// SPDX-License-Identifier: MIT
#pragma once

#include "seed/read/reader/pdf_page.h"

namespace attache::reader {

/// Joins letters that are set apart by one distance, as headings are (`M I N I S T R Y`), to words;
/// wider distances part these. Letters in the order of the alphabet, the same letter again, and
/// letters as far apart as columns stay apart.
void join_spaced_letters(PdfRow& row);

}  // namespace attache::reader
