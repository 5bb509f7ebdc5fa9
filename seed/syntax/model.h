// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "seed/syntax/dictionary.h"
#include "seed/syntax/sentence.h"
#include "seed/syntax/transitions.h"
#include "seed/syntax/weights.h"

namespace attache {

inline constexpr std::size_t label_classes = 48;
inline constexpr std::size_t tag_classes = 64;

/// A model that can't be used.
class ModelError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What training made: names of tags and labels, the dictionary, and three classifiers.
/// A view over the bytes of a model file, which must outlive it; the lists of names are its own.
struct Model {
  /// "VERB/VBD": universal tag and Penn tag together. At most tag_classes.
  std::vector<std::string> tags;
  /// "nsubj:pass": universal relation with subtype. At most label_classes.
  std::vector<std::string> labels;
  std::vector<TagKind> kinds;  ///< of each tag
  LabelId root_label = 0;
  Dictionary dictionary;
  Weights<tag_classes> tag_weights;
  Weights<action_classes> action_weights;
  Weights<label_classes> label_weights;
};

/// What the names of tags say.
std::vector<TagKind> kinds_of(const std::vector<std::string>& tags);

/// Reads a model file. Throws ModelError where the bytes are not a model of this version or are cut
/// off. `bytes` must be aligned to eight bytes.
Model load_model(std::span<const std::byte> bytes);

/// The parts of a model file to be written; `tables` as Weights reads them.
struct ModelParts {
  std::vector<std::string> tags;
  std::vector<std::string> labels;
  std::vector<DictionaryEntry> dictionary;
  std::vector<std::int8_t> tag_cells;
  std::vector<std::int8_t> action_cells;
  std::vector<std::int8_t> label_cells;
};

/// The bytes of a model file, the same on every machine.
std::vector<std::byte> model_bytes(const ModelParts& parts);

}  // namespace attache
