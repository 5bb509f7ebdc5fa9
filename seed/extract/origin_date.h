// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache {

class Analysis;

/// The date that the head or the foot of the text tells of itself, as ISO 8601 to the precision
/// known: in a short line of its own ("New York, 7th March 2007", "24 February 1971"), or in a line
/// with a word that announces it ("Done at Vienna, this eighteenth day of April 1961", "Adopted
/// on"; date_words.csv has the words). Empty where there is none, or only one that the calendar
/// lacks. Dates in prose are not looked at.
std::string date_in_text(const Analysis& analysis);

}  // namespace attache
