// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// A cue in the sentence at hand.
struct NormCue {
  const Cue* cue = nullptr;
  TokenRange words;     ///< the cue's own
  TokenRange captured;  ///< empty where the cue captures nothing
};

/// What the words of one sentence say around the norms that it names.
class NormContext {
 public:
  explicit NormContext(const Analysis& analysis);

  /// Reads the cues among the hits [begin, end), which are all those of one sentence.
  void enter(std::size_t begin, std::size_t end);

  std::uint32_t sentence() const { return sentence_; }
  /// Those near enough to speak of the words, in the order of the text.
  std::span<const NormCue> near(TokenRange words) const;

  /// The cue by which the words are no norm, or nullptr: it captures them ("war of independence"),
  /// or opens a list of something else ("priorities: ...").
  const NormCue* keeping_out(TokenRange norm) const;

  /// The norm's words are part of a longer name: "Human Rights Council", "Treaty on the
  /// Non-Proliferation of ...".
  bool in_name(TokenRange norm) const;

  /// The sentence is a heading, or ends in a colon, and calls what follows principles.
  bool opens_list() const;

  /// The word stands for who speaks: "we".
  bool speaks(std::uint32_t token) const;
  /// Such words among a hundred of the document, at most 9.
  unsigned voice() const { return voice_; }

 private:
  bool body_covers(TokenRange norm) const;
  bool title_head(std::uint32_t token) const;
  bool links(std::uint32_t token) const;
  bool titled_before(TokenRange norm) const;
  bool titled_behind(TokenRange norm) const;

  const Analysis& a_;
  std::uint32_t sentence_ = 0;
  std::vector<NormCue> cues_;
  std::vector<std::uint32_t> title_heads_;
  std::vector<std::uint32_t> speakers_;  ///< tokens of the whole document
  unsigned voice_ = 0;
};

}  // namespace attache
