// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace attache {

class KnowledgeBase;

/// A stored sentence. Offsets are bytes of the document's text, not yet looked at.
struct StoredSentence {
  std::int64_t start = 0, end = 0;
  std::int64_t paragraph = 0;  ///< in the document, from 0
};

/// The sentences of a document, in order. Throws KnowledgeBaseError.
std::vector<StoredSentence> sentences_of(const KnowledgeBase& base, std::int64_t document_id);

}  // namespace attache
