// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

struct Knowledge;

/// A word of a sentence and its place in the sentence's tree.
struct ParsedWord {
  std::string form;
  std::string tag;         ///< universal tag and Penn tag: "VERB/VBD"
  std::string relation;    ///< to the head, as Universal Dependencies name it: "nsubj:pass"
  std::int32_t head = -1;  ///< index of the word that it depends on; -1 for the root
};

using ParsedSentence = std::vector<ParsedWord>;

/// The trees of all sentences of a text, as the extractor sees them: a name of the lexicon is one
/// word. Empty for a sentence that is too long to be parsed.
std::vector<ParsedSentence> parse_text(std::string_view text, const Knowledge& knowledge);

}  // namespace attache
