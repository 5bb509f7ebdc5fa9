// SPDX-License-Identifier: MIT
#pragma once

namespace attache {

class Analysis;

/// Looks in the text for the country and the date that nobody gave, and for the day of a year or
/// month that was given, notes them as `analysis.origin`, and puts them into its context, so that
/// all that follows takes them as given; and for whose turn it is to speak (`analysis.turns`).
void learn_origin(Analysis& analysis);

}  // namespace attache
