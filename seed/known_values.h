// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_set>

#include "schema/records.h"

namespace attache {

class Engine;
class KnowledgeBase;

/// The values that columns with closed lists may have, by the lexicon in use.
class KnownValues {
 public:
  /// The vocabulary must be in the knowledge base already. Throws KnowledgeBaseError.
  KnownValues(const KnowledgeBase& base, const Engine& engine);

  /// Throws ResultError, which names the column, for a value that is none of its list: codes,
  /// slugs, dates, digests, from where something is known. On any thread.
  void check(const DocumentRecord& document) const;

 private:
  using Set = std::unordered_set<std::string>;

  void check_description(const DocumentRecord& document) const;
  void check_rows(const DocumentRecord& document) const;

  Set norms_, polarities_, themes_, roles_, kinds_, office_types_, bodies_, countries_;
};

}  // namespace attache
