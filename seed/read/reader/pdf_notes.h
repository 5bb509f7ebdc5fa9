// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/read/reader/pdf_lines.h"

namespace attache::reader {

/// Lines of running text, and lines of notes at the foot of pages, each kind in reading order.
struct PdfParts {
  std::vector<PdfLine> body, notes;
};

/// Tells notes at the foot of a column or page from the text above them: the last lines of it, set
/// smaller than the text or begun with a raised mark, from the first that begins with a mark on;
/// and such as go on from the page before. A note's first line begins with `[1] ` then.
PdfParts part_notes(std::vector<PdfLine> lines);

/// Whether a line is the first of a note, as part_notes leaves it.
bool begins_note(const PdfLine& line);

}  // namespace attache::reader
