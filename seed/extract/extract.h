// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/extract/budget.h"
#include "seed/extract/rows.h"

namespace attache {

class Grammar;
struct Frames;
struct Lexicon;
struct Rules;

/// What the engine knows; all of it must outlive what is made with it.
struct Knowledge {
  const Lexicon& lexicon;
  const Rules& rules;
  const Frames& frames;
  const Grammar& grammar;
};

/// What is known of a document besides its text.
struct DocumentContext {
  std::string country;  ///< ISO 3166-1 alpha-3 (or historic code) of the state that speaks; empty
                        ///< where unknown
  std::string date;     ///< ISO 8601 to the precision known; empty where unknown
  const Budget* budget = nullptr;  ///< of the time that it may take; none: no limit
  bool marked_up = false;          ///< the format said where paragraphs end (marks_paragraphs())
  std::string title = {};          ///< where one is known; it may show that several speak
  bool of_several = false;         ///< it is known to be no single state's: none is looked for
};

/// The engine: a pure function of its arguments, safe to call from any number of threads at once.
/// `text` must be valid UTF-8 (invalid bytes do no harm but are never part of a word).
/// Spans in the result are bytes of `text`. Throws for lack of memory and what the
/// budget throws, nothing else.
DocumentRows extract(std::string_view text, const DocumentContext& context,
                     const Knowledge& knowledge);

}  // namespace attache
