// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "seed/extract/rows.h"

namespace attache {

/// Counts over one document or many.
struct ExtractStats {
  std::uint64_t documents = 0, bytes = 0, sentences = 0, tokens = 0, mentions = 0;
  std::uint64_t principles = 0, priorities = 0, organizations = 0, leaders = 0;
  std::map<std::string, std::uint64_t> citations_by_rule;  ///< empty unless asked for
};

/// The counts of one document, of `bytes` bytes as given.
ExtractStats stats_of(const DocumentRows& rows, std::uint64_t bytes, bool by_rule);

ExtractStats& operator+=(ExtractStats& total, const ExtractStats& part);

}  // namespace attache
