// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "cli/session.h"
#include "seed/source.h"

namespace attache {

/// Counts what a name pattern leaves open, and tells it on standard error.
class NameCounts {
 public:
  /// `pattern` as the user gave it; empty: there is nothing to count.
  explicit NameCounts(std::string pattern) : pattern_(std::move(pattern)) {}

  /// A document, and the country that it has in the end.
  void add(const SeedSource& source, const std::string& country);
  /// What fits no name is most likely a slip, and told with --quiet, too.
  void tell(const Session& session) const;

 private:
  std::string pattern_;
  std::uint64_t documents_ = 0, fitting_ = 0, without_country_ = 0;
};

}  // namespace attache
