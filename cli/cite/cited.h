// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/reference.h"

namespace attache {

/// A document, or words of it, as a footnote names them. What is not known is empty; white space is
/// folded, and nothing else changed.
struct Cited {
  std::string ref;    ///< of the sentence; of the document where no words are quoted
  std::string quote;  ///< whole sentences
  std::string title;
  std::string author;      ///< the country whose document it is, or the person who speaks
  bool corporate = false;  ///< the author is no person
  std::string date;        ///< ISO 8601, as precise as known
  std::string place;       ///< as the document's own metadata have it
  std::string source;      ///< where it is from, in the user's words, or the path of the file
  std::string language;    ///< BCP 47
};

/// One for each sentence that supports a row, one for a sentence or a document. Throws
/// KnowledgeBaseError.
std::vector<Cited> cited_by(const KnowledgeBase& base, const Referred& referred);

/// Whether the source is one that a browser opens.
bool is_url(const std::string& source);

}  // namespace attache
