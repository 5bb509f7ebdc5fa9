// SPDX-License-Identifier: MIT
#pragma once

#include "cli/chart/chart.h"
#include "cli/report/facts.h"
#include "cli/report/html_text.h"
#include "cli/report/page.h"

namespace attache {

/// How many documents each year, or each decade of a long time, has.
Chart documents_chart(const ReportFacts& facts, const std::string& source);

/// The shares of documents with each of the values that a table is counted by, over time.
Chart trends_chart(const ReportFacts& facts, const TableFacts& table, const std::string& source);

/// The chart as a figure, and its numbers as a table that opens.
void write_chart(HtmlWriter& html, const Chart& chart);

/// A bar of `share` (0 to 1) for the cell of a table; it says nothing that the table doesn't.
std::string bar_svg(double share);

}  // namespace attache
