// SPDX-License-Identifier: MIT
#pragma once

#include "cli/report/document_pages.h"
#include "cli/report/facts.h"
#include "cli/report/html_text.h"
#include "cli/report/page.h"

namespace attache {

/// Writes the report: what was asked, counts, charts, rows with their quotes, and the documents
/// with the sentences that are cited and a link to their pages, where these are wanted. Returns the
/// documents' ids. Throws SelectionError, KnowledgeBaseError, OutputError.
std::vector<std::int64_t> write_report(HtmlWriter& html, const KnowledgeBase& base,
                                       const ReportQuestion& question, const ReportFacts& facts,
                                       const PageWords& words, const DocumentPages& pages);

}  // namespace attache
