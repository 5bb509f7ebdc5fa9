// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schema/records.h"
#include "schema/select.h"

namespace attache {

class KnowledgeBase;

/// A stored document with its text, and where its sentences stand in it.
struct TextOfDocument {
  std::string document, title, country, date;  ///< country and date are empty where unknown
  std::string text;
  std::vector<SentenceRecord> sentences;  ///< in order
};

/// Hands over the documents that pass the filters (of documents), by date, those without one last,
/// until `sink` returns false. Throws SelectionError, KnowledgeBaseError.
void read_texts(const KnowledgeBase& base, const std::vector<FilterValues>& filters,
                const std::function<bool(const TextOfDocument&)>& sink);

}  // namespace attache
