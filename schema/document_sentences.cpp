// SPDX-License-Identifier: MIT
#include "schema/document_sentences.h"

#include <SQLiteCpp/Statement.h>

#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {

std::vector<StoredSentence> sentences_of(const KnowledgeBase& base, std::int64_t document_id) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement row(
        base.connection(),
        "SELECT s.start_byte, s.end_byte, s.paragraph FROM documents AS d JOIN sentences AS s ON "
        "s.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count - 1 "
        "WHERE d.document_id = ? ORDER BY s.sentence_id");
    row.bind(1, document_id);
    std::vector<StoredSentence> sentences;
    while (row.executeStep())
      sentences.push_back(
          {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getInt64()});
    return sentences;
  });
}

}  // namespace attache
