// SPDX-License-Identifier: MIT
#include "cli/report/report_page.h"

#include "cli/report/cited_documents.h"
#include "cli/report/overview.h"
#include "cli/report/row_columns.h"
#include "cli/report/row_tables.h"

namespace attache {
namespace {

void link(HtmlWriter& html, std::string_view anchor, std::string_view words) {
  html.raw("<a href=\"#").raw(anchor).raw("\">").text(words).raw("</a>\n");
}

void write_contents(HtmlWriter& html, const ReportFacts& facts) {
  html.raw("<nav aria-label=\"Parts of the report\">\n");
  link(html, "asked", "What was asked");
  link(html, "counts", "Counts");
  if (has_charts(facts)) link(html, "charts", "Over time");
  for (const TableFacts& table : facts.tables)
    link(html, row_kinds[table.kind].table, column_words(row_kinds[table.kind].table));
  link(html, "documents", "Documents cited");
  html.raw("</nav>\n");
}

}  // namespace

std::vector<std::int64_t> write_report(HtmlWriter& html, const KnowledgeBase& base,
                                       const ReportQuestion& question, const ReportFacts& facts,
                                       const PageWords& words, const DocumentPages& pages) {
  open_page(html, words);
  write_contents(html, facts);
  open_main(html);
  write_asked(html, question, facts, words);
  write_counts(html, facts);
  write_charts(html, facts, words);
  html.raw("<section aria-labelledby=\"marks\">\n<h2 id=\"marks\">Marks</h2>\n");
  write_legend(html);
  html.raw("</section>\n");
  CitedDocuments documents(base, pages);
  write_row_tables(html, base, question, facts, documents);
  html.raw(
      "<section aria-labelledby=\"documents\">\n<h2 id=\"documents\">Documents cited</h2>\n<p>");
  if (documents.empty()) html.raw("None.");
  else
    html.raw(counted(static_cast<std::int64_t>(documents.size()), "document"))
        .raw(", the newest first, with the sentences that the rows above cite and their numbers.");
  html.raw("</p>\n");
  documents.write(html);
  html.raw("</section>\n");
  close_page(html, words);
  return documents.newest_first();
}

}  // namespace attache
