// SPDX-License-Identifier: MIT
#pragma once

#include "cli/report/facts.h"
#include "cli/report/html_text.h"
#include "cli/report/page.h"

namespace attache {

/// Writes the report: what was asked, counts, charts, rows with their quotes, and the documents
/// with the sentences that are cited. Throws SelectionError, KnowledgeBaseError, OutputError.
void write_report(HtmlWriter& html, const KnowledgeBase& base, const ReportQuestion& question,
                  const ReportFacts& facts, const PageWords& words);

}  // namespace attache
