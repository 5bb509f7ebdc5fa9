// SPDX-License-Identifier: MIT
#include "cli/report/row_tables.h"

#include <algorithm>

#include "cli/report/page.h"
#include "cli/report/row_columns.h"

namespace attache {
namespace {

/// The first sentences of a row are told beside it, all of them with its document.
constexpr std::size_t sentences_told = 3;

/// One table of rows.
class RowTable {
 public:
  RowTable(HtmlWriter& html, std::size_t kind, CitedDocuments& documents)
      : html_(html),
        kind_(kind),
        table_(*find_table(row_kinds[kind].table)),
        columns_(row_columns(table_)),
        documents_(documents) {}

  void head(const std::string& caption) {
    open_cards(html_, "rows-of-" + std::string(table_.name), caption);
    html_.raw("<thead role=\"rowgroup\"><tr role=\"row\">");
    column("Row");
    for (const std::string& name : columns_) column(column_words(name));
    column("Quote in its sentence");
    column("Document");
    html_.raw("</tr></thead>\n<tbody role=\"rowgroup\">\n");
  }

  void row(const CitedRow& row) {
    const std::string label = label_of(kind_, ++number_);
    html_.raw("<tr role=\"row\" id=\"").raw(label).raw("\"><th role=\"rowheader\" scope=\"row\"");
    html_.raw(" class=\"label ").raw(table_.name).raw("\">").raw(label).raw("</th>");
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string words = cell_words(table_, columns_[i], row.cells[i]);
      html_.raw("<td role=\"cell\"").raw(words.empty() ? " class=\"empty\"" : "");
      html_.raw(" data-column=\"").text(column_words(columns_[i])).raw("\">").text(words);
      html_.raw("</td>");
    }
    quotes(row);
    source(row);
    html_.raw("</tr>\n");
    documents_.add(row, {kind_, label, row_words(row)});
    html_.checkpoint();
  }

  void end() {
    html_.raw("</tbody>\n");
    close_table(html_);
  }

 private:
  void column(std::string_view words) {
    html_.raw("<th role=\"columnheader\" scope=\"col\">").text(words).raw("</th>");
  }

  void quotes(const CitedRow& row) {
    html_.raw("<td role=\"cell\" class=\"quotes\">");
    std::size_t at = 0;
    for (std::size_t told = 0; told < sentences_told && at < row.places.size(); ++told)
      at = sentence(row, at);
    if (at < row.places.size()) {
      html_.raw("<p><a class=\"places\" href=\"#").raw(document_anchor(row.document_id)).raw("\">");
      html_.raw(counted(static_cast<std::int64_t>(row.places.size() - at), "more place"));
      html_.raw("</a></p>");
    }
    html_.raw("</td>");
  }

  /// The sentence of the place, with all that follow in it; returns the first that doesn't.
  std::size_t sentence(const CitedRow& row, std::size_t at) {
    const SentencePlace& first = row.places[at];
    std::int64_t end = first.sentence_end;
    std::vector<MarkedSpan> spans;
    for (; at < row.places.size() && row.places[at].sentence == first.sentence; ++at) {
      spans.push_back({row.places[at].start, row.places[at].end, kind_, 0});
      end = std::max(end, row.places[at].end);
    }
    auto segments = segments_of(first.sentence_start, end, spans, {});
    for (Segment& segment : segments) segment.ending.clear();
    html_.raw("<p>");
    write_segments(html_, documents_.text_of(row.document_id), segments, {});
    html_.raw(" <a class=\"places\" href=\"#")
        .raw(sentence_anchor(row.document_id, first.sentence));
    html_.raw("\">sentence ").number(first.sentence).raw("</a></p>");
    return at;
  }

  /// Title, country, date and reference stand behind the columns that are shown.
  void source(const CitedRow& row) {
    const auto cell = [&](std::size_t at) { return row.cells[columns_.size() + at].value_or(""); };
    html_.raw("<td role=\"cell\" class=\"source\"><a href=\"#")
        .raw(document_anchor(row.document_id))
        .raw("\">");
    html_.text(cell(0)).raw("</a> <span class=\"meta\">").text(cell(1)).raw(" ").text(cell(2));
    html_.raw("</span> <code>").text(cell(3)).raw("</code></td>");
  }

  HtmlWriter& html_;
  std::size_t kind_;
  const TableInfo& table_;
  std::vector<std::string> columns_;
  CitedDocuments& documents_;
  std::size_t number_ = 0;
};

std::string caption_of(const TableInfo& table, std::int64_t rows, std::uint64_t limit) {
  const bool all = static_cast<std::uint64_t>(rows) <= limit;
  const std::string told =
      all ? (rows == 1 ? "1 row" : "all " + counted(rows, "row"))
          : counted(static_cast<std::int64_t>(limit), "row") + " of " + grouped_number(rows);
  return std::string(table.help) + ": " + told + ", the newest document first";
}

void write_rest(HtmlWriter& html, const RowCount& count, std::uint64_t limit) {
  const auto rows = static_cast<std::uint64_t>(count.rows);
  if (rows <= limit) return;
  html.raw("<p>").raw(counted(static_cast<std::int64_t>(rows - limit), "row"));
  html.raw(" more are not shown; <code>--limit ").raw(std::to_string(rows));
  html.raw("</code> shows them.</p>\n");
}

void write_rows(HtmlWriter& html, const KnowledgeBase& base, const ReportQuestion& question,
                const TableFacts& told, CitedDocuments& documents) {
  const TableInfo& table = *find_table(row_kinds[told.kind].table);
  RowTable rows(html, told.kind, documents);
  rows.head(caption_of(table, told.count.rows, question.limit));
  const auto asked = row_question(table, filters_for(question, told.kind), question.limit,
                                  {"title", "country", "date", "ref"});
  cited_rows(base, table, asked, [&](const CitedRow& row) { rows.row(row); });
  rows.end();
}

}  // namespace

void write_row_tables(HtmlWriter& html, const KnowledgeBase& base, const ReportQuestion& question,
                      const ReportFacts& facts, CitedDocuments& documents) {
  for (const TableFacts& told : facts.tables) {
    const TableInfo& table = *find_table(row_kinds[told.kind].table);
    html.raw("<section aria-labelledby=\"").raw(table.name).raw("\">\n<h2 id=\"").raw(table.name);
    html.raw("\">").text(column_words(table.name)).raw("</h2>\n");
    if (told.count.rows == 0) {
      html.raw("<p>No rows.</p>\n</section>\n");
      continue;
    }
    if (question.limit > 0) write_rows(html, base, question, told, documents);
    write_rest(html, told.count, question.limit);
    html.raw("</section>\n");
  }
}

}  // namespace attache
