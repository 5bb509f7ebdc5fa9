// SPDX-License-Identifier: MIT
#pragma once

#include "cli/report/facts.h"
#include "cli/report/html_text.h"
#include "cli/report/page.h"

namespace attache {

/// What was asked, of what, when, and what made the rows.
void write_asked(HtmlWriter& html, const ReportQuestion& question, const ReportFacts& facts,
                 const PageWords& words);

/// How many documents and rows there are, by country and by what they say.
void write_counts(HtmlWriter& html, const ReportFacts& facts);

/// Documents, and what they say, over time; nothing where there is nothing to draw.
void write_charts(HtmlWriter& html, const ReportFacts& facts, const PageWords& words);

}  // namespace attache
