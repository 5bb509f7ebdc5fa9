// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "seed/lexicon/csv_reader.h"
#include "seed/lexicon/name_trie.h"

namespace attache {

/// One step beside a name: a word of a list, the begin of a sentence, the edge of a letterhead's
/// line, the name of a place or a body, or up to `gap` tokens of any kind.
struct CueStep {
  std::vector<WordId> words;
  bool optional = false;
  bool begin = false;
  bool line = false;  ///< or one of the words
  bool place = false;
  std::uint8_t gap = 0;
};

/// Words around the name of a state which tell that the document is that state's.
struct CountryCue {
  std::vector<CueStep> before;  ///< the nearest to the name first
  std::vector<CueStep> after;
  NameKind name = NameKind::country;
  bool head = false;   ///< counts in the first lines alone
  bool several = false;  ///< counts only where the heading names two states
  bool shared = false;   ///< counts in the title alone, as what the paper is and not what it is on
  bool pair = false;     ///< counts before the names of two states that are joined
  bool voice = false;  ///< counts only where the text says "we" and "our"
  int weight = 0;  ///< below 0 it speaks against the state
};

/// The cues, found by a word that must stand right beside the name.
struct CountryCues {
  std::vector<CountryCue> cues;
  std::unordered_map<WordId, std::vector<std::uint32_t>> by_before, by_after;
  std::vector<std::uint32_t> others;  ///< those that need no such word
  /// Beside a body's name, or at the end of their words: the document is theirs, and no state's.
  std::vector<CountryCue> of_bodies, of_nobody;
  std::vector<WordId> own_words;  ///< "we", "our"
  WordId the = unknown_word;
};

/// Reads country_cues.csv: `before` and `after` are words, `(a|b)` one of these, `[a|b]` one or
/// none, `...3` up to three tokens, `@` the name of a place or a body, `^` a sentence's
/// begin, `$`, also
/// among words, the edge of a line that stands first or below a short one; `name` is country,
/// adjective, demonym, `government` (its house), `seat` (its capital, or another city of it), `own`
/// for a row that lists the words of the first person, `body` for words beside the name of a body
/// that tell that the document is the body's, `nobody` for words that tell that it is no
/// state's, `several` for words that tell so in a heading with two states, `pair` for words that
/// tell so before the names of two, or `shared` for words that tell so in a title; `place` is head
/// or empty, `voice` is own or empty. Throws DataError.
CountryCues read_country_cues(const CsvTable& table, Vocabulary& vocabulary);

}  // namespace attache
