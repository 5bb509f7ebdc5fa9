// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "seed/extract/date_reader.h"

namespace attache {

/// Whose a date in a heading is.
enum class HeadingDate {
  unsaid,
  own,   ///< the paper's: "Minutes of the meeting held in Oslo on 15 April 1958", "..., 3 May 2016"
  other  ///< of what the paper speaks of: "Statement on the attacks of 11 September 2001"
};

/// Tells it by the paper's name that opens the heading (date_words.csv) and by how the date is
/// joined to it. The heading begins at token `first`, the date at token `date`.
HeadingDate heading_date(const Analysis& analysis, const DateReader& reader, std::uint32_t first,
                         std::uint32_t date);

/// Whether a field's name tells the paper's own date: "Date", "Publication date", "Date of
/// adoption", and not "Local Date", "Date of birth", "Date received:". The line begins at token
/// `first`, the word "date" is token `label`.
bool labels_own_date(const Analysis& analysis, const DateReader& reader, std::uint32_t first,
                     std::uint32_t label);

}  // namespace attache
