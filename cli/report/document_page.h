// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cli/report/page.h"
#include "schema/records.h"
#include "schema/select.h"

namespace attache {

struct Referred;

/// Writes the page of a document: its text in paragraphs with the words of all rows marked, the
/// rows with links to their sentences, and what is known of the document. Throws
/// KnowledgeBaseError, OutputError.
void write_document_page(HtmlWriter& html, const KnowledgeBase& base, const Referred& document,
                         const std::vector<MetadataRecord>& metadata, const PageWords& words);

}  // namespace attache
