// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "cli/session.h"
#include "seed/source.h"

namespace attache {

/// Counts what a name pattern and a manifest leave open, and tells it on standard error.
class NameCounts {
 public:
  /// `pattern` and `manifest` as the user gave them; empty: there is nothing to count.
  NameCounts(std::string pattern, std::string manifest)
      : pattern_(std::move(pattern)), manifest_(std::move(manifest)) {}

  /// A document, and the country that it has in the end.
  void add(const SeedSource& source, const std::string& country);
  /// What fits no document at all is most likely a slip, and told with --quiet, too.
  void tell(const Session& session) const;

 private:
  void tell_pattern(const Session& session) const;
  void tell_manifest(const Session& session) const;

  std::string pattern_, manifest_;
  std::uint64_t documents_ = 0, fitting_ = 0, in_manifest_ = 0, without_country_ = 0;
};

}  // namespace attache
