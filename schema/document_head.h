// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace attache {

class KnowledgeBase;

/// What a document is, in a line. Empty where it is not known.
struct DocumentHead {
  std::string slug, title, country, date, language, source;
};

/// Empty throughout where there is no such document. Throws KnowledgeBaseError.
DocumentHead document_head(const KnowledgeBase& base, std::int64_t document_id);

}  // namespace attache
