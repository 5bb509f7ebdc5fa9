// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

class KnowledgeBase;

/// An entry of a vocabulary; name and definition are empty where it has none.
struct VocabularyEntry {
  std::string slug, name, definition;
};

/// The values that a column can hold, by their slugs; empty where it is not one of a short list.
/// Unlike vocabularies(), it counts no rows. Throws KnowledgeBaseError.
std::vector<VocabularyEntry> entries_for(const KnowledgeBase& base, std::string_view table,
                                         std::string_view column);

}  // namespace attache
