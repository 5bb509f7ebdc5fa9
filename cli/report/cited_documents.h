// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/report/document_pages.h"
#include "cli/report/html_text.h"
#include "cli/report/marked_text.h"
#include "schema/cited_rows.h"
#include "schema/knowledge_base.h"

namespace attache {

/// The documents that a report's rows are from, with the places that they cite.
class CitedDocuments {
 public:
  /// Links to the documents' pages, where they are wanted.
  CitedDocuments(const KnowledgeBase& base, const DocumentPages& pages)
      : base_(base), pages_(pages) {}

  /// Keeps the places of a row under its label.
  void add(const CitedRow& row, RowLabel label);
  /// The text of a document; valid until that of another is asked for. Throws KnowledgeBaseError.
  const std::string& text_of(std::int64_t document_id);

  bool empty() const { return places_.empty(); }
  std::size_t size() const { return places_.size(); }

  /// Their ids, the newest document first. Throws KnowledgeBaseError.
  std::vector<std::int64_t> newest_first() const;

  /// Writes a part for each document, the newest first: what it is and its sentences that are
  /// cited, in their order, with the words of all rows marked. Throws KnowledgeBaseError,
  /// OutputError.
  void write(HtmlWriter& html);

 private:
  /// A place and the row that cites it.
  struct Cited {
    SentencePlace place;
    std::size_t row;
  };
  void write_document(HtmlWriter& html, std::int64_t document_id, const std::vector<Cited>& cited);
  void write_sentences(HtmlWriter& html, std::int64_t document_id, std::vector<Cited> cited);

  const KnowledgeBase& base_;
  const DocumentPages& pages_;
  std::vector<RowLabel> labels_;
  std::map<std::int64_t, std::vector<Cited>> places_;
  std::int64_t open_ = 0;  // SQLite's ids begin at 1
  std::string text_;
};

/// The anchor of a document, and of one of its sentences, in a report.
std::string document_anchor(std::int64_t document_id);
std::string sentence_anchor(std::int64_t document_id, std::int64_t sentence);

}  // namespace attache
