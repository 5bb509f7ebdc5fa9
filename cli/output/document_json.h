// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/description.h"
#include "seed/extract/extract.h"
#include "seed/read/read.h"

namespace attache {

/// Appends what was found in a document as one JSON object on one line, without a line end.
/// `start` and `end` are bytes of the file as given where the text maps back to it ("spans":
/// "source"), else bytes of the extracted text ("spans": "text"); `start_char` and `end_char` are
/// characters (Unicode code points) of the text, as in the knowledge base. `quote` is what stands
/// there: where `source`, the bytes that the document was read from, is UTF-8, its bytes, with what
/// the text leaves out between (a page number). `sentence` counts from 0, as in the knowledge base.
/// Empty values are null.
void append_document(std::string& out, const std::string& name, const Description& description,
                     const Document& document, std::string_view source, const DocumentRows& rows);

/// Appends the members that say which document it is and what is known of it, from `document` to
/// `date_from`, without braces.
void append_description(std::string& out, const std::string& name, const Description& description);

/// Appends where offsets count, what the document says of itself, and its rows: the members from
/// `spans` on, each with a comma in front.
void append_rows(std::string& out, const Description& description, const Document& document,
                 std::string_view source, const DocumentRows& rows);

}  // namespace attache
