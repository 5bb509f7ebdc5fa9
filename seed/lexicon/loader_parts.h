// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "seed/lexicon/lexicon.h"

namespace attache {

// Each fills a part of a lexicon from its tables, in the order in which they stand here: what comes
// later asks for words and slugs of what came before. All throw DataError with file and line.

/// Spellings, words with their classes, verbs' forms, abbreviations and what joins words.
void load_words(Lexicon& lexicon);
/// Bodies, states, places, offices, titles and persons, and by which names they are found.
void load_names(Lexicon& lexicon);
/// Norms with wordings and weights, confidences, themes and pairs of words.
void load_norms(Lexicon& lexicon);
/// What single words tell: markers of bodies, what persons do, heads of bodies' names.
void load_word_facts(Lexicon& lexicon);

/// The ids of a phrase's words, which become known if they were not.
std::vector<WordId> intern_all(Vocabulary& vocabulary, std::string_view phrase);

}  // namespace attache
