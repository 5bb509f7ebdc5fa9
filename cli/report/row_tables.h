// SPDX-License-Identifier: MIT
#pragma once

#include "cli/report/cited_documents.h"
#include "cli/report/facts.h"

namespace attache {

/// Writes a part for each table of the question: its rows with their quotes in their sentences, as
/// they come out of the knowledge base. `documents` learns what was cited. Throws
/// KnowledgeBaseError, OutputError.
void write_row_tables(HtmlWriter& html, const KnowledgeBase& base, const ReportQuestion& question,
                      const ReportFacts& facts, CitedDocuments& documents);

}  // namespace attache
