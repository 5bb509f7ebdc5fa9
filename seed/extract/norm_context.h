// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// A cue in the sentence at hand and the tokens over which it speaks.
struct CueReach {
  const Cue* cue = nullptr;
  TokenRange words;  ///< the cue's own
  TokenRange reach;
};

/// What the words of one sentence say of the norms that it names: upheld, opposed, merely listed,
/// or part of a name.
class NormContext {
 public:
  explicit NormContext(const Analysis& analysis);

  /// Reads the cues among the hits [begin, end), which are all those of one sentence.
  void enter(std::size_t begin, std::size_t end);

  /// The cue that upholds a norm so worded (or opposes its breach) and stands nearest, or nullptr.
  const CueReach* upholding(TokenRange norm, Strength strength) const;

  /// The cue by which the norm is only listed, described or dealt with, or nullptr.
  const CueReach* blocking(TokenRange norm) const;

  /// The norm's words are part of a longer name: "Human Rights Council", "Treaty on the
  /// Non-Proliferation of ...".
  bool in_name(TokenRange norm) const;

  /// The sentence is a heading, or ends in a colon, and calls what follows principles.
  bool opens_list() const;

 private:
  enum class Edge : std::uint8_t { none, soft, hard };

  Edge edge(std::uint32_t token) const;
  /// A few words; most others are told apart by one bit.
  struct FewWords {
    std::vector<WordId> words;
    std::uint64_t bits = 0;  ///< 1 << (word mod 64) of each
  };
  static FewWords few(const Vocabulary& vocabulary, std::initializer_list<std::string_view> words);
  bool one_of(std::uint32_t token, const FewWords& words) const;
  std::uint32_t reach_back(std::uint32_t token, std::uint32_t most) const;
  std::uint32_t reach_on(std::uint32_t token, std::uint32_t most, Edge stop) const;
  TokenRange reach_of(const Cue& cue, TokenRange words) const;
  bool body_covers(TokenRange norm) const;
  bool title_head(std::uint32_t token) const;
  bool titled_before(TokenRange norm) const;
  bool titled_behind(TokenRange norm) const;

  const Analysis& a_;
  std::uint32_t sentence_ = 0;
  std::vector<CueReach> cues_;
  std::vector<std::uint32_t> title_heads_;
  FewWords hard_, finite_, subjects_, links_;
  WordId and_ = unknown_word;
};

}  // namespace attache
