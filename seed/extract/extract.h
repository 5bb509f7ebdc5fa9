// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/extract/rows.h"

namespace attache {

struct Lexicon;
struct Rules;

/// What is known of a document besides its text.
struct DocumentContext {
  std::string country;  ///< ISO 3166-1 alpha-3 (or historic code) of the state that speaks; empty
                        ///< where unknown
  std::string date;     ///< ISO 8601 to the precision known; empty where unknown
};

/// The engine: a pure function of its arguments, safe to call from any number of threads at once.
/// `text` must be valid UTF-8 (invalid bytes do no harm but are never part of a word).
/// Spans in the result are bytes of `text`. Does not throw but for lack of memory.
DocumentRows extract(std::string_view text, const DocumentContext& context, const Lexicon& lexicon,
                     const Rules& rules);

}  // namespace attache
