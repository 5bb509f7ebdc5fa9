// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace attache {

/// A word of a treebank.
struct GoldWord {
  std::string form;
  std::string tag;         ///< "VERB/VBD"
  std::int32_t head = -1;  ///< index of the word, or no_node for the root
  std::string label;
};

using GoldSentence = std::vector<GoldWord>;

/// Reads CoNLL-U; ranges of words and empty nodes are passed over. Throws std::runtime_error with
/// file and line where a line is not as the format has it.
std::vector<GoldSentence> read_conllu(const std::filesystem::path& file);

}  // namespace attache
