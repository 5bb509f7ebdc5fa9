// SPDX-License-Identifier: MIT
#include "seed/extract/origin.h"

#include "seed/extract/analysis.h"
#include "seed/extract/origin_country.h"
#include "seed/extract/origin_date.h"
#include "seed/extract/turns.h"

namespace attache {

void learn_origin(Analysis& analysis) {
  DocumentContext& context = analysis.context;
  analysis.turns = find_turns(analysis);
  if (context.country.empty())
    context.country = analysis.origin.country =
        country_in_text(analysis, before_speakers(analysis));
  if (context.date.empty()) context.date = analysis.origin.date = date_in_text(analysis);
}

}  // namespace attache
