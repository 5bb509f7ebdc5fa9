// SPDX-License-Identifier: MIT
#include "cli/report/document_page.h"

#include <algorithm>
#include <limits>

#include "cli/report/marked_text.h"
#include "cli/report/row_columns.h"
#include "schema/document_sentences.h"
#include "schema/knowledge_base.h"
#include "schema/reference.h"

namespace attache {
namespace {

std::string field(const Referred& document, std::string_view name) {
  for (const Field& one : document.fields)
    if (one.column.name == name) return one.value.value_or("");
  return {};
}

/// The rows of one table.
struct KindRows {
  std::size_t kind = 0;
  std::vector<CitedRow> rows;
};

/// All rows of the document, their labels, and where their words stand.
struct Marked {
  std::vector<KindRows> tables;
  std::vector<RowLabel> labels;
  std::vector<MarkedSpan> spans;
};

Marked marked_in(const KnowledgeBase& base, const std::string& slug) {
  Marked marked;
  for (std::size_t kind = 0; kind < row_kinds.size(); ++kind) {
    const TableInfo& table = *find_table(row_kinds[kind].table);
    KindRows found{kind, {}};
    const auto question = row_question(table, {{"document", {slug}}},
                                       std::numeric_limits<std::uint64_t>::max(), {"ref"});
    cited_rows(base, table, question, [&](const CitedRow& row) {
      const std::size_t number = marked.labels.size();
      marked.labels.push_back({kind, label_of(kind, found.rows.size() + 1), row_words(row)});
      for (const SentencePlace& place : row.places)
        marked.spans.push_back({place.start, place.end, kind, number});
      found.rows.push_back(row);
    });
    marked.tables.push_back(std::move(found));
  }
  return marked;
}

/// Throws KnowledgeBaseError where the text has no such places.
void check_places(std::string_view text, const std::vector<StoredSentence>& sentences,
                  const std::vector<MarkedSpan>& spans) {
  for (const StoredSentence& sentence : sentences) stored_piece(text, sentence.start, sentence.end);
  for (const MarkedSpan& span : spans) stored_piece(text, span.start, span.end);
}

/// The text in paragraphs, each sentence an anchor.
class Text {
 public:
  Text(HtmlWriter& html, std::string_view text, std::vector<StoredSentence> sentences,
       const Marked& marked)
      : html_(html), text_(text), sentences_(std::move(sentences)), labels_(marked.labels) {
    std::vector<std::int64_t> breaks;
    for (const StoredSentence& sentence : sentences_) breaks.push_back(sentence.start);
    segments_ = segments_of(0, static_cast<std::int64_t>(text.size()), marked.spans, breaks);
  }

  void write() {
    // What stands before the first sentence, and a text without any, is a paragraph of its own.
    const auto size = static_cast<std::int64_t>(text_.size());
    const std::int64_t first = sentences_.empty() ? size : sentences_.front().start;
    if (!is_blank(0, first)) {
      html_.raw("<p>");
      segments_until(first);
      html_.raw("</p>\n");
    }
    for (std::size_t i = 0; i < sentences_.size(); ++i) sentence(i);
  }

 private:
  bool is_blank(std::int64_t start, std::int64_t end) const {
    return stored_piece(text_, start, end).find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  void sentence(std::size_t at) {
    const bool begins = at == 0 || sentences_[at - 1].paragraph != sentences_[at].paragraph;
    const bool last = at + 1 == sentences_.size();
    html_.raw(begins ? "<p><span id=\"s-" : "<span id=\"s-").number(static_cast<std::int64_t>(at));
    html_.raw("\">");
    segments_until(last ? static_cast<std::int64_t>(text_.size()) : sentences_[at + 1].start);
    html_.raw("</span>");
    if (last || sentences_[at + 1].paragraph != sentences_[at].paragraph) html_.raw("</p>\n");
    html_.checkpoint();
  }

  void segments_until(std::int64_t end) {
    const std::size_t from = next_;
    while (next_ < segments_.size() && segments_[next_].end <= end) ++next_;
    write_segments(html_, text_, std::span(segments_).subspan(from, next_ - from), labels_);
  }

  HtmlWriter& html_;
  std::string_view text_;
  std::vector<StoredSentence> sentences_;
  const std::vector<RowLabel>& labels_;
  std::vector<Segment> segments_;
  std::size_t next_ = 0;
};

void write_sentence_links(HtmlWriter& html, const CitedRow& row) {
  std::int64_t before = -1;
  html.raw("<span class=\"places\">");
  for (const SentencePlace& place : row.places) {
    if (place.sentence == before) continue;
    html.raw(before < 0 ? "in sentence " : ", ").raw("<a href=\"#s-").number(place.sentence);
    html.raw("\">").number(place.sentence).raw("</a>");
    before = place.sentence;
  }
  html.raw("</span>");
}

void write_row(HtmlWriter& html, std::size_t kind, std::size_t number, const CitedRow& row) {
  const TableInfo& table = *find_table(row_kinds[kind].table);
  const std::vector<std::string> columns = row_columns(table);
  const std::string label = label_of(kind, number);
  html.raw("<li id=\"").raw(label).raw("\"><b class=\"label ").raw(table.name).raw("\">");
  html.raw(label).raw("</b> ");
  bool first = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string words = cell_words(table, columns[i], row.cells[i]);
    if (words.empty()) continue;
    html.raw(first ? "<span class=\"words\">" : "<span class=\"cell\">");
    if (!first) html.text(column_words(columns[i])).raw(": ");
    html.text(words).raw("</span> ");
    first = false;
  }
  write_sentence_links(html, row);
  html.raw(" <code>").text(row.cells.back().value_or("")).raw("</code></li>\n");
  html.checkpoint();
}

void write_rows(HtmlWriter& html, const Marked& marked) {
  for (const KindRows& found : marked.tables) {
    const TableInfo& table = *find_table(row_kinds[found.kind].table);
    html.raw("<h3>").text(column_words(table.name)).raw(" <span class=\"count\">");
    html.raw(counted(static_cast<std::int64_t>(found.rows.size()), "row")).raw("</span></h3>\n");
    if (found.rows.empty()) continue;
    html.raw("<ul class=\"rows\">\n");
    for (std::size_t i = 0; i < found.rows.size(); ++i)
      write_row(html, found.kind, i + 1, found.rows[i]);
    html.raw("</ul>\n");
  }
}

void write_value(HtmlWriter& html, const std::string& value) {
  if (!is_web_address(value)) {
    html.text(value);
    return;
  }
  html.raw("<a rel=\"noopener noreferrer\" href=\"").text(value).raw("\">").text(value).raw("</a>");
}

void write_facts(HtmlWriter& html, const Referred& document,
                 const std::vector<MetadataRecord>& metadata) {
  html.raw("<dl>\n");
  for (const Field& one : document.fields) {
    if (!one.value || one.value->empty()) continue;
    html.raw("<div><dt>").text(column_words(one.column.name)).raw("</dt><dd>");
    write_value(html, *one.value);
    html.raw("</dd></div>\n");
  }
  for (const MetadataRecord& entry : metadata) {
    html.raw("<div><dt>").text(entry.key).raw("</dt><dd>");
    write_value(html, entry.value);
    html.raw("</dd></div>\n");
  }
  html.raw("</dl>\n");
}

}  // namespace

void write_document_page(HtmlWriter& html, const KnowledgeBase& base, const Referred& document,
                         const std::vector<MetadataRecord>& metadata, const PageWords& words) {
  const std::string text = base.text_of(document.document_id);
  const Marked marked = marked_in(base, field(document, "document"));
  const std::vector<StoredSentence> sentences = sentences_of(base, document.document_id);
  check_places(text, sentences, marked.spans);
  Text paragraphs(html, text, sentences, marked);
  open_page(html, words);
  html.raw("<p class=\"of\">").text(field(document, "country")).raw(" ");
  html.text(field(document, "date")).raw(" <code>").text(field(document, "document"));
  html.raw(
      "</code></p>\n<nav aria-label=\"Parts of the page\"><a href=\"#text\">Text</a> "
      "<a href=\"#rows\">Rows</a> <a href=\"#document\">Document</a></nav>\n");
  open_main(html);
  html.raw("<section aria-labelledby=\"marks\">\n<h2 id=\"marks\">Marks</h2>\n");
  write_legend(html);
  html.raw(
      "</section>\n<div class=\"columns\">\n<section class=\"text\" aria-labelledby=\"text\">\n"
      "<h2 id=\"text\">Text</h2>\n<div");
  write_language(html, field(document, "language"));
  html.raw(">\n");
  paragraphs.write();
  html.raw(
      "</div>\n</section>\n<section class=\"beside\" aria-labelledby=\"rows\">\n"
      "<h2 id=\"rows\">Rows</h2>\n");
  write_rows(html, marked);
  html.raw(
      "</section>\n</div>\n<section aria-labelledby=\"document\">\n"
      "<h2 id=\"document\">Document</h2>\n");
  write_facts(html, document, metadata);
  html.raw("</section>\n");
  close_page(html, words);
}

}  // namespace attache
