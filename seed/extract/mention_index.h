// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/extract/bodies.h"

namespace attache {

/// Of the United Nations and its like.
inline constexpr std::string_view intergovernmental_kind = "intergovernmental";

/// Answers which of a document's mentions stand before a token, without a look at all of them for
/// each.
class MentionIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// `mentions` stand by first token, and must outlive it, as must the analysis.
  MentionIndex(const Analysis& analysis, const std::vector<BodyMention>& mentions);

  /// Index of the last mention that begins before the token, or none.
  std::uint32_t before(std::uint32_t token) const;

  /// Of the body that the document names most often among those that have States as members, the
  /// mention nearest before the token, else the first behind it; none where it names no such body.
  std::uint32_t of_states(std::uint32_t token) const;

 private:
  const std::vector<BodyMention>& mentions_;
  std::vector<std::uint32_t> of_states_;  ///< all mentions of that body
};

}  // namespace attache
