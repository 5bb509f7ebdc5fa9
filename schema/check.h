// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace attache {

class KnowledgeBase;

/// Something that is not as it must be.
struct Problem {
  std::string where;  ///< a reference, a table, or "file"
  std::string what;
};

/// Looks for what damage, or another program's hand, may have done: SQLite's own integrity, foreign
/// keys, sentences and citations that do not lie in their text, and a full-text index that does not
/// agree with the text. Each problem goes to `report`, at most a hundred of each kind. Gives how
/// many were found. The index is compared word for word only where the knowledge base is open for
/// writing: SQLite asks for that. Throws KnowledgeBaseError where the file can't be read at all.
std::uint64_t check(const KnowledgeBase& base, const std::function<void(const Problem&)>& report);

/// How much there is to check.
struct Extent {
  std::uint64_t documents = 0, sentences = 0, citations = 0;
};

/// Throws KnowledgeBaseError.
Extent extent(const KnowledgeBase& base);

}  // namespace attache
