// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "cli/session.h"
#include "schema/knowledge_base.h"
#include "seed/engine.h"

namespace attache {

/// What a run of `seed` does to documents that another lexicon of a user's was given for: the
/// vocabulary loses what only that has, and a refresh the rows that only that made.
class OtherLexicons {
 public:
  /// Before the run. Throws KnowledgeBaseError, as tell() does.
  OtherLexicons(const KnowledgeBase& base, const Engine& engine, bool refresh);

  /// After it: a line each of what is to be known, unless --quiet.
  void tell(const KnowledgeBase& base, const Session& session) const;

 private:
  const Engine& engine_;
  bool refresh_;
  std::uint64_t documents_ = 0;  ///< that another lexicon was given for
  std::uint64_t orphaned_ = 0;   ///< decisions whose rows are gone
};

}  // namespace attache
