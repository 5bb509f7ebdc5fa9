// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "seed/syntax/dictionary.h"
#include "seed/text/tokens.h"

namespace attache {

/// A word as a treebank cuts it: "did" and "n't", "well", "-" and "known", "...".
struct CutWord {
  std::string_view form;    ///< as it stands in the text, where no line break stands in it
  std::uint32_t token = 0;  ///< which of the given tokens it comes from, the first of several
};

/// Cuts tokens into a treebank's words. Holds buffers that serve one sentence after the other.
class WordCutter {
 public:
  /// The dictionary knows what stands before a hyphen without being a word ("non-").
  explicit WordCutter(const Dictionary& dictionary) : dictionary_(dictionary) {}

  /// `tokens` of one sentence of `text`. The words stay valid until the next call.
  const std::vector<CutWord>& cut(std::string_view text, std::span<const Token> tokens);

 private:
  void take_word(std::string_view form, std::uint32_t token);
  void take_part(std::string_view form, std::uint32_t token);
  void take_plain(std::string_view form, std::uint32_t token);
  std::string_view without_break(std::string_view form);

  const Dictionary& dictionary_;
  std::vector<CutWord> words_;
  std::string joined_;  ///< forms that a line's end cuts, put together
};

}  // namespace attache
