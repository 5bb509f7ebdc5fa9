// SPDX-License-Identifier: MIT
#include "cli/report/marked_text.h"

#include <algorithm>

#include "schema/knowledge_base.h"
#include "schema/spans.h"
#include "schema/tables.h"

namespace attache {
namespace {

void write_labels(HtmlWriter& html, const std::vector<std::size_t>& rows,
                  const std::vector<RowLabel>& labels) {
  if (rows.empty()) return;
  html.raw("<sup>");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RowLabel& row = labels[rows[i]];
    html.raw(i == 0 ? "<a class=\"label " : " <a class=\"label ");
    html.raw(row_kinds[row.kind].table).raw("\" href=\"#").text(row.label).raw("\" title=\"");
    html.text(row.words).raw("\">").text(row.label).raw("</a>");
  }
  html.raw("</sup>");
}

}  // namespace

std::string_view stored_piece(std::string_view text, std::int64_t start, std::int64_t end) {
  if (const auto words = cut(text, start, end)) return *words;
  throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                           "a document has no bytes " + std::to_string(start) + " to " +
                               std::to_string(end) + " to show; run 'attache check --repair'");
}

void write_segments(HtmlWriter& html, std::string_view text, std::span<const Segment> segments,
                    const std::vector<RowLabel>& labels) {
  for (const Segment& segment : segments) {
    std::string closing;
    for (std::size_t kind = 0; kind < row_kinds.size(); ++kind) {
      if (!segment.kinds[kind]) continue;
      html.raw("<mark class=\"").raw(row_kinds[kind].table).raw("\">");
      closing += "</mark>";
    }
    html.text(stored_piece(text, segment.start, segment.end)).raw(closing);
    write_labels(html, segment.ending, labels);
  }
}

void write_legend(HtmlWriter& html) {
  html.raw("<ul class=\"legend\">\n");
  for (const RowKind& kind : row_kinds) {
    html.raw("<li><mark class=\"").raw(kind.table).raw("\">").raw(kind.line);
    html.raw("</mark> <b>").raw(kind.letter).raw("</b> ").raw(kind.table).raw(": ");
    const std::string_view help = find_table(kind.table)->help;
    html.raw(help.empty() ? "" : std::string(1, static_cast<char>(help[0] | 0x20)));
    html.text(help.substr(std::min<std::size_t>(1, help.size()))).raw("</li>\n");
  }
  html.raw("</ul>\n");
}

}  // namespace attache
