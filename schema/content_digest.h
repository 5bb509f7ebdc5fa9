// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/prepared.h"

namespace attache {

/// Makes one digest of all that is stored of a document, the same wherever and whenever it was
/// stored: its columns but ids, path and time of seeding, its metadata, text, sentences, the rows
/// of the tables of facts in the order of their references, and their citations. A column that
/// holds nothing adds nothing, so that one that a later schema adds changes no digest. Everything
/// here throws SQLite::Exception.
class DocumentContent {
 public:
  explicit DocumentContent(SQLite::Database& database);
  ~DocumentContent();
  DocumentContent(const DocumentContent&) = delete;
  DocumentContent& operator=(const DocumentContent&) = delete;

  struct Digested {
    std::string sha256;
    std::uint64_t sentences = 0, rows = 0, citations = 0;
  };
  Digested of(std::int64_t document_id);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The digest of all that a knowledge base holds, and how much that is.
struct Content {
  std::string digest;  ///< SHA-256 in lower-case hexadecimal
  std::uint64_t documents = 0, sentences = 0, rows = 0, citations = 0, reviews = 0;
};

/// Documents in the order of their slugs, then decisions and samples of reviews. What is made from
/// these or filled from the lexicon (the full-text index, the vocabulary) and what only tells files
/// apart (ids, free pages, digests, paths, times of seeding) is not in it. One state of the
/// knowledge base, whatever is seeded meanwhile. Throws KnowledgeBaseError.
Content content_of(const KnowledgeBase& base);

}  // namespace attache
