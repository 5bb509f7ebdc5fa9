// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "seed/text/sentence_rules.h"
#include "seed/text/tokens.h"

namespace attache {

/// What marks the items of lists: bullets, "(a)", "12.", "iv)", "4.1." at the beginning of a line,
/// and numbers that count on within a paragraph ("1. To strengthen ... 2. To expand ...").
class ListMarkers {
 public:
  /// One pass over the tokens, which must outlive this.
  ListMarkers(std::string_view text, const std::vector<Token>& tokens, const SentenceRules& rules);

  /// End of the marker that opens a line at `i`, or `i` where there is none.
  std::uint32_t line_marker(std::uint32_t i) const;
  /// End of the marker that stands within a line at `i`, or `i`.
  std::uint32_t inline_marker(std::uint32_t i) const;
  /// End of a marker like "(b)" or "2." where a sentence begins within a line, or `i`.
  std::uint32_t after_sentence(std::uint32_t i) const;
  /// The label of the marker that opens the line at `i` labels no list: neither the one before it
  /// nor the one behind it opens a line nearby. False for bullets.
  bool stands_alone(std::uint32_t i) const;
  /// The marker [i, end) is a plain number with a full stop, not a bullet, a bracket or a letter.
  bool plain_number(std::uint32_t i, std::uint32_t end) const;

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  std::uint32_t bare_marker(std::uint32_t i) const;
  bool defines(std::uint32_t i) const;
  bool is_bullet(const Token& token) const;
  bool opens_quote(const Token& token) const;
  bool is_label(const Token& token) const;
  bool initial(std::uint32_t label) const;
  bool heads_name(std::uint32_t i) const;
  std::uint32_t labelled_end(std::uint32_t i) const;
  void find_letters();
  void count_inline();
  void find_labels();
  bool may_count(std::uint32_t i) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const SentenceRules& rules_;
  std::vector<std::uint32_t> inline_;  ///< first tokens of markers within lines, rising
  /// Of each label that opens a line ("b)" as a letter, "v." as a letter and as a number), where.
  std::map<std::uint32_t, std::vector<std::uint32_t>> labels_;
  std::array<bool, 28> letters_{};  ///< "A." labels a line somewhere; A stands at 1
  bool romans_ = false;             ///< "II." labels a line somewhere
};

}  // namespace attache
