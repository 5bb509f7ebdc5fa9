// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/read/reader/docx_package.h"
#include "seed/read/reader/extracted.h"

namespace attache::reader {

/// The text of a document that stands inside a DOCX file as a whole (<w:altChunk>): HTML, a saved
/// page, DOCX, ODT or plain text. What is none of these is empty and told in `remarks`. `depth`
/// counts the documents around it.
std::string text_of_chunk(const DocxChunk& chunk, const Wish& wish, int depth,
                          std::vector<std::string>& remarks);

/// read_docx() of a document that stands in `depth` others.
Extracted read_docx_inside(std::string_view bytes, const Wish& wish, int depth);

}  // namespace attache::reader
