// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace attache {

class KnowledgeBase;

/// Who speaks in a document: its country by name (by code where no name is known), or else the
/// person whom it says to be speaking; empty where neither is known.
struct DocumentAuthor {
  std::string name;
  bool country = false;
};

/// Throws KnowledgeBaseError.
DocumentAuthor author_of(const KnowledgeBase& base, std::int64_t document_id);

}  // namespace attache
