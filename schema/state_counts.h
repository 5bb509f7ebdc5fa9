// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "schema/read_texts.h"
#include "schema/records.h"
#include "schema/select.h"

namespace attache {

class KnowledgeBase;

/// As documents.states_named holds them: `[["ETH",3,6]]`; empty where nobody counted.
std::string json_of(const std::optional<std::vector<StateCount>>& states);

/// A document, and which states its sentences name.
struct StatesOfDocument {
  std::string document, country, date;  ///< country and date are empty where unknown
  std::vector<StateCount> states;       ///< by code
};

/// What counted the states of a document, so that it need not be counted anew.
struct CountedBy {
  std::string engine_version, lexicon_version;
};

/// Hands over the documents that pass the filters (of documents), by date, those without one last,
/// until `sink` returns false. What is stored of a document is taken where `by` made it; else
/// `count` is given its text. Throws SelectionError, KnowledgeBaseError.
void states_of_documents(
    const KnowledgeBase& base, const std::vector<FilterValues>& filters, const CountedBy& by,
    const std::function<std::vector<StateCount>(const TextOfDocument&)>& count,
    const std::function<bool(const StatesOfDocument&)>& sink);

}  // namespace attache
