// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace attache {

class KnowledgeBase;

/// Something that is not as it must be.
struct Problem {
  /// What it takes to mend it.
  enum class Kind {
    file,         ///< SQLite's own structures
    definition,   ///< a table, view, index or trigger that is not as the migrations make it
    text,         ///< the text of a document, which all else is made from
    description,  ///< what is said of a document: its own columns and metadata
    vocabulary,   ///< what was filled from the lexicon
    rows,         ///< what was extracted from a text
    index         ///< the full-text index
  };
  std::string where;  ///< a reference, a table, "file" or "definitions"
  std::string what;
  Kind kind = Kind::rows;
};

/// Looks for what damage, or another program's hand, may have done: SQLite's own integrity,
/// definitions that are not those of the migrations, foreign keys, sentences and citations that do
/// not lie in their text, what is said of documents and the vocabulary where they are not what was
/// stored, and a full-text index that does not agree with the text. Each problem
/// goes to `report`, at most a hundred of each kind. Gives how many were told. Only reads, and uses
/// no view that is stored in the file. Where tables are not ours, their rows are not looked at.
/// `base` may be open as it is. Throws KnowledgeBaseError where the file can't be read at all,
/// and where the system refused to read a part of it: then nothing that was found counts.
std::uint64_t check(const KnowledgeBase& base, const std::function<void(const Problem&)>& report);

/// How much there is to check.
struct Extent {
  std::uint64_t documents = 0, sentences = 0, citations = 0;
};

/// Throws KnowledgeBaseError.
Extent extent(const KnowledgeBase& base);

}  // namespace attache
