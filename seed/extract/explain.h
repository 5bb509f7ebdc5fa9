// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "seed/extract/extract.h"

namespace attache {

/// What fired somewhere, and what became of it.
struct Finding {
  std::uint32_t sentence = 0;  ///< index into DocumentRows::sentences
  Span span;                   ///< the words, as bytes of the text
  std::string rule;            ///< a cue's id, or `norm SLUG` for a norm's wording
  std::string outcome;         ///< in words: the rows that it made, or why it made none
};

/// The entry of the lexicon behind a citation.
struct LexiconEntry {
  std::string kind;  ///< body, norm, person, office, country or theme; empty where there is none
  std::string
      slug;  ///< of the body, norm or theme; the code of the country; the name of the person
  std::string alias;  ///< as the lexicon writes it; empty where the text only refers back to it
  std::string place;  ///< file and line of the alias
};

/// A citation and all that made it.
struct ExplainedCitation {
  Citation citation;
  std::string
      rule_place;  ///< file and line of the cue; empty where the rule is none of the rules' cues
  LexiconEntry entry;
  /// Further entries that the row's office, state or theme is from.
  std::vector<LexiconEntry> further = {};
};

/// A row, named as its table and what it is called.
struct ExplainedRow {
  std::string table;  ///< "organizations"
  std::string name;   ///< name or wording
  std::string what;   ///< role, office, norm or theme, in a word or two
  std::vector<ExplainedCitation> citations;
  /// What the table's first columns hold, in their order, as far as they are texts.
  std::vector<std::string> columns = {};
};

struct Explanation {
  std::vector<SentenceRow> sentences;
  std::vector<ExplainedRow> rows;
  std::vector<Finding> findings;  ///< in the order of the text
};

/// Runs the engine as `extract` does, and tells besides what it was moved by.
Explanation explain(std::string_view text, const DocumentContext& context,
                    const Knowledge& knowledge);

}  // namespace attache
