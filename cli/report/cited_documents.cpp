// SPDX-License-Identifier: MIT
#include "cli/report/cited_documents.h"

#include <algorithm>

#include "cli/report/page.h"
#include "schema/document_head.h"

namespace attache {
namespace {

/// Bytes that are written together: a sentence, and those that a quote reaches into.
struct Range {
  std::int64_t sentence = 0, start = 0, end = 0;
};

}  // namespace

std::string document_anchor(std::int64_t document_id) { return "d-" + std::to_string(document_id); }

std::string sentence_anchor(std::int64_t document_id, std::int64_t sentence) {
  return document_anchor(document_id) + "-" + std::to_string(sentence);
}

void CitedDocuments::add(const CitedRow& row, RowLabel label) {
  std::vector<Cited>& cited = places_[row.document_id];
  for (const SentencePlace& place : row.places) cited.push_back({place, labels_.size()});
  labels_.push_back(std::move(label));
}

const std::string& CitedDocuments::text_of(std::int64_t document_id) {
  if (open_ != document_id) text_ = base_.text_of(document_id);
  open_ = document_id;
  return text_;
}

std::vector<std::int64_t> CitedDocuments::newest_first() const {
  std::vector<std::pair<std::string, std::int64_t>> dated;
  for (const auto& [id, cited] : places_) dated.emplace_back(document_head(base_, id).date, id);
  std::stable_sort(dated.begin(), dated.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::int64_t> ids;
  for (const auto& [date, id] : dated) ids.push_back(id);
  return ids;
}

void CitedDocuments::write(HtmlWriter& html) {
  for (const std::int64_t id : newest_first()) {
    write_document(html, id, places_[id]);
    html.checkpoint();
  }
}

void CitedDocuments::write_document(HtmlWriter& html, std::int64_t document_id,
                                    const std::vector<Cited>& cited) {
  const DocumentHead head = document_head(base_, document_id);
  const std::string anchor = document_anchor(document_id);
  html.raw("<article aria-labelledby=\"").raw(anchor).raw("\">\n<h3 id=\"").raw(anchor).raw("\">");
  html.text(head.title).raw("</h3>\n<p class=\"meta\">");
  for (const std::string& part : {head.country, head.date})
    if (!part.empty()) html.text(part).raw(" · ");
  html.raw("<code>").text(head.slug).raw("</code>");
  if (is_web_address(head.source)) {
    html.raw(" · <a rel=\"noopener noreferrer\" href=\"").text(head.source).raw("\">");
    html.text(head.source).raw("</a>");
  } else if (!head.source.empty()) {
    html.raw(" · ").text(head.source);
  }
  if (!pages_.folder.empty()) {
    html.raw(" · <a href=\"").text(pages_.link).text(page_file(head, document_id));
    html.raw("\">the whole text with all its rows</a>");
  }
  html.raw("</p>\n<ul class=\"sentences\"");
  write_language(html, head.language);
  html.raw(">\n");
  write_sentences(html, document_id, cited);
  html.raw("</ul>\n</article>\n");
}

void CitedDocuments::write_sentences(HtmlWriter& html, std::int64_t document_id,
                                     std::vector<Cited> cited) {
  std::stable_sort(cited.begin(), cited.end(), [](const Cited& a, const Cited& b) {
    return a.place.sentence_start < b.place.sentence_start;
  });
  const std::string& text = text_of(document_id);
  std::int64_t written = -1;
  for (std::size_t at = 0; at < cited.size();) {
    // A quote that goes on behind its sentence takes the next one in.
    Range range{cited[at].place.sentence, cited[at].place.sentence_start, 0};
    std::vector<MarkedSpan> spans;
    std::vector<std::int64_t> sentences;
    for (; at < cited.size() && (range.end == 0 || cited[at].place.sentence_start < range.end);
         ++at) {
      const SentencePlace& place = cited[at].place;
      range.end = std::max({range.end, place.sentence_end, place.end});
      spans.push_back({place.start, place.end, labels_[cited[at].row].kind, cited[at].row});
      sentences.push_back(place.sentence);
    }
    html.raw("<li>");
    for (const std::int64_t sentence : sentences) {
      if (sentence <= written) continue;
      html.raw("<span class=\"count\" id=\"").raw(sentence_anchor(document_id, sentence));
      html.raw("\">").number(sentence).raw("</span> ");
      written = sentence;
    }
    write_segments(html, text, segments_of(range.start, range.end, spans, {}), labels_);
    html.raw("</li>\n");
  }
}

}  // namespace attache
