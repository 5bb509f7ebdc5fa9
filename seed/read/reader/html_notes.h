// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

#include "seed/read/reader/html_summary.h"

namespace attache::reader {

/// What a raised or linked word is.
enum class RaisedElement {
  words,    ///< text: the th of 7th, the 2 of km2, a reference to paragraph 5
  mark,     ///< the mark of a note, which is no part of the sentence
  power,    ///< the exponent of a power of ten
  fraction  ///< the upper number of a fraction
};

/// Judges <sup>, and links and boxes of a few characters that lead to notes. `before` is the text
/// that stands right before the element, empty where a blank or a break does; `begins` tells that
/// nothing of its block does.
RaisedElement raised(const GumboNode& element, const Summary& summary, std::string_view before,
                     bool begins);

/// [edit], as wikis write behind their headings.
bool is_edit_link(const GumboNode& element, const Summary& summary);

}  // namespace attache::reader
