// SPDX-License-Identifier: MIT
#include "seed/extract/origin.h"

#include <string_view>

#include "seed/extract/analysis.h"
#include "seed/extract/origin_country.h"
#include "seed/extract/origin_date.h"
#include "seed/extract/turns.h"

namespace attache {

namespace {

constexpr std::size_t whole_day = std::string_view("2014-03-05").size();

/// Metadata or the title say that several states speak.
bool speaks_for_several(const Analysis& analysis) {
  const DocumentContext& context = analysis.context;
  const Knowledge known{analysis.lexicon, analysis.rules, analysis.frames, analysis.grammar};
  return context.of_several || is_of_several(context.title, known);
}

/// A day of the month or year, a month of the year; all of them where none is known.
bool is_within(std::string_view date, std::string_view known) {
  return date.size() > known.size() && date.starts_with(known);
}

}  // namespace

void learn_origin(Analysis& analysis) {
  DocumentContext& context = analysis.context;
  analysis.turns = find_turns(analysis);
  if (context.country.empty() && !speaks_for_several(analysis))
    context.country = analysis.origin.country =
        country_in_text(analysis, before_speakers(analysis));
  if (context.date.size() == whole_day) return;
  if (const std::string date = date_in_text(analysis); is_within(date, context.date))
    context.date = analysis.origin.date = date;
}

}  // namespace attache
