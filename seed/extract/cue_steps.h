// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "seed/lexicon/country_cues.h"

namespace attache {

class Analysis;

/// Whether the words of a cue about a document's state stand beside a place of the text.
class CueSteps {
 public:
  /// `analysis` must outlive this.
  explicit CueSteps(const Analysis& analysis) : a_(analysis) {}

  /// The steps stand right before token `end`, the nearest first.
  bool before(const std::vector<CueStep>& steps, std::uint32_t end) const {
    return precedes(steps, 0, end);
  }
  /// The steps stand from token `begin` on.
  bool behind(const std::vector<CueStep>& steps, std::uint32_t begin) const {
    return follows(steps, 0, begin);
  }

 private:
  bool precedes(const std::vector<CueStep>& steps, std::size_t at, std::uint32_t end) const;
  bool follows(const std::vector<CueStep>& steps, std::size_t at, std::uint32_t begin) const;
  bool takes(const CueStep& step, std::uint32_t token) const;
  bool begins(std::uint32_t token) const;
  bool opens_line(std::uint32_t token) const;
  bool parted(std::uint32_t token) const;
  bool goes_on(std::uint32_t from, std::uint32_t token) const;
  std::uint32_t behind_place(std::uint32_t token) const;

  const Analysis& a_;
};

}  // namespace attache
