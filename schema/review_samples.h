// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/select.h"

namespace attache {

/// A draw of rows to be judged.
struct Sample {
  std::string name, table;
  std::vector<std::string> asked;  ///< FILTER=VALUE: of which rows it is drawn; empty: of all
  std::uint64_t seed = 1;
};

/// A row that was drawn, with what a person needs who judges it.
struct SampledRow {
  std::uint64_t ordinal = 0;  ///< from 1
  std::string reference;
  std::vector<std::string> says;    ///< COLUMN=VALUE
  std::vector<std::string> quotes;  ///< each once
  std::string sentence;             ///< of the first citation; empty where the row is gone
  std::string decision;             ///< on the row as it was drawn; empty: none yet
};

/// What a sample is drawn of: the rows that are asked for, those that people rejected, too.
Selection drawable(Selection selection);

/// Draws `rows` of those that `selection` asks for, and those that people rejected, and keeps them
/// under the sample's name; the same seed draws the same rows of the same knowledge base. A sample
/// of that name that was drawn in the same way stays. `base` must be open for writing. Throws
/// SelectionError where another sample has the name, or there is no row, KnowledgeBaseError.
void draw_sample(KnowledgeBase& base, const Sample& sample, const Selection& selection,
                 std::uint64_t rows);

/// The rows of a sample in the order of the draw. Throws SelectionError where there is none of that
/// name, KnowledgeBaseError.
std::vector<SampledRow> sampled_rows(const KnowledgeBase& base, const std::string& name);

/// How the rows of a sample were judged.
struct SampleCount {
  std::string name, table;
  std::vector<std::string> asked;
  std::uint64_t population = 0, rows = 0, accepted = 0, amended = 0, rejected = 0;
  std::uint64_t decided() const { return accepted + amended + rejected; }
};

/// All samples, by name. Throws KnowledgeBaseError.
std::vector<SampleCount> sample_counts(const KnowledgeBase& base);

/// A share and its interval, from 0 to 1.
struct Interval {
  double share = 0, low = 0, high = 0;
};

/// The 95 % score interval of `hits` in `trials` (at least 1). Source: E. B. Wilson, Probable
/// inference, the law of succession, and statistical inference, Journal of the American Statistical
/// Association 22 (1927), 209-212.
Interval wilson(std::uint64_t hits, std::uint64_t trials);

}  // namespace attache
