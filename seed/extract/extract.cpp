// SPDX-License-Identifier: MIT
#include "seed/extract/extract.h"

#include "seed/extract/analysis.h"
#include "seed/extract/origin.h"
#include "seed/extract/tables.h"

namespace attache {

DocumentRows extract(std::string_view text, const DocumentContext& context,
                     const Knowledge& knowledge) {
  Analysis analysis(text, context, knowledge);
  learn_origin(analysis);
  DocumentRows rows;
  rows.origin = analysis.origin;
  rows.tokens = analysis.tokens.size();
  rows.mentions = analysis.names.matches.size();
  rows.sentences.reserve(analysis.sentences.size());
  for (const auto& sentence : analysis.sentences)
    rows.sentences.push_back({sentence.span, sentence.paragraph});
  rows.principles = find_principles(analysis);
  analysis.stage();
  rows.priorities = find_priorities(analysis);
  analysis.stage();
  rows.organizations = find_organizations(analysis);
  analysis.stage();
  rows.leaders = find_leaders(analysis);
  return rows;
}

}  // namespace attache
