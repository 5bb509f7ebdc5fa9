// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "schema/merge_plan.h"

namespace attache {

/// What came of a file.
struct Merged {
  std::uint64_t added = 0;             ///< documents
  std::uint64_t known = 0;             ///< documents that were there
  std::uint64_t decisions = 0;         ///< of reviews, that were not there
  std::vector<std::string> conflicts;  ///< decisions and samples that could not be taken, one line
                                       ///< each
};

/// Another program wrote into the knowledge base since the plan was made: what it added or removed
/// asks for another plan. Nothing of the file is there then.
class PlanOutdated : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Copies the documents of one file of the plan that are not there, with all that is stored of
/// them, in one transaction; then what people decided on those that are. `into` must be open for
/// writing, without a batch. The file is opened as a stranger's: for reading, with its definitions
/// compared, and each document that is copied is compared with its digests. Throws
/// KnowledgeBaseError, PlanOutdated; nothing of the file is there then.
Merged merge_file(KnowledgeBase& into, const MergedFile& file, const Patience& patience);

}  // namespace attache
