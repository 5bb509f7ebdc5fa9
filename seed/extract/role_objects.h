// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/bodies.h"

namespace attache {

/// Finds the bodies that a cue about a role speaks of. Shallow: the body behind, before or inside
/// the cue's words, those in a list with it, and for "its" the body spoken of before.
class RoleObjects {
 public:
  /// Both must outlive the object.
  RoleObjects(const Analysis& analysis, const std::vector<BodyMention>& mentions);

  /// Indexes of mentions, in the order of the text; empty where the cue speaks of no body.
  std::vector<std::uint32_t> of(const CueHit& hit, const Cue& cue) const;

  /// Index of the first mention that begins at or behind the token; the number of mentions where
  /// none does.
  std::uint32_t mention_from(std::uint32_t token) const;

  /// The list, and the bodies that follow in a list with its last one.
  std::vector<std::uint32_t> more(std::vector<std::uint32_t> list, const CueHit& hit) const;

  /// All bodies of a sentence from the token on; empty unless nothing but list words, years and
  /// brackets stands around them.
  std::vector<std::uint32_t> listed(std::uint32_t from, std::uint32_t sentence) const;

 private:
  std::vector<std::uint32_t> inside(std::uint32_t first, std::uint32_t last) const;
  std::vector<std::uint32_t> before(const CueHit& hit) const;
  std::vector<std::uint32_t> back(const CueHit& hit) const;
  std::uint32_t list_before(const CueHit& hit) const;
  std::vector<std::uint32_t> with_partner(std::uint32_t m) const;
  std::vector<std::uint32_t> after(std::uint32_t from, const CueHit& hit, const Cue& cue) const;
  void behind_remark(std::vector<std::uint32_t>& list, const CueHit& hit, const Cue& cue) const;
  void drop_next_clause(std::vector<std::uint32_t>& list, std::uint32_t reach) const;
  std::uint32_t behind_brackets(std::uint32_t t) const;
  bool introduces(const CueHit& hit) const;
  bool names_thing(std::uint32_t t) const;
  bool modifies(std::uint32_t t, const Cue& cue) const;
  bool list_between(std::uint32_t from, std::uint32_t to, bool opens) const;
  bool list_word(std::uint32_t t) const;
  bool open_between(std::uint32_t from, std::uint32_t to) const;

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  std::vector<std::uint32_t> list_begin_;  ///< sentence -> the first of the bullets before it
};

}  // namespace attache
