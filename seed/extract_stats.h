// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "seed/extract/rows.h"
#include "seed/read/read.h"

namespace attache {

/// A document of which less than a third was kept.
struct PartlyKept {
  std::string name;
  unsigned percent = 0;  ///< of the visible text
};

/// Counts over one document or many.
struct ExtractStats {
  std::uint64_t documents = 0, bytes = 0, sentences = 0, tokens = 0, mentions = 0;
  std::uint64_t principles = 0, priorities = 0, organizations = 0, leaders = 0;
  std::map<std::string, std::uint64_t> citations_by_rule;  ///< empty unless asked for
  std::vector<PartlyKept> partly_kept;
};

/// The counts of one document, of `bytes` bytes as given.
ExtractStats stats_of(const DocumentRows& rows, std::uint64_t bytes, bool by_rule);

/// Notes a document of which too little was kept.
void note_kept(ExtractStats& stats, const Document& document, const std::string& name);

ExtractStats& operator+=(ExtractStats& total, const ExtractStats& part);

}  // namespace attache
