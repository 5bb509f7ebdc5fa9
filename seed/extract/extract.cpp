// SPDX-License-Identifier: MIT
#include "seed/extract/extract.h"

#include "seed/extract/analysis.h"
#include "seed/extract/origin.h"
#include "seed/extract/tables.h"
#include "seed/extract/with_states.h"

namespace attache {
namespace {

/// Names that are a state's, or that the analysis may have taken in its place.
bool may_be_state(NameKind kind) {
  return kind == NameKind::country || kind == NameKind::place || kind == NameKind::city ||
         kind == NameKind::capital;
}

/// Those that the bytes of such a name reach into, or stand before.
std::vector<std::uint32_t> sentences_with_states(const Analysis& analysis) {
  std::vector<std::uint32_t> found;
  const auto& sentences = analysis.sentences;
  std::uint32_t next = 0;  // the first that is not there yet
  for (const NameMatch& match : analysis.names.matches) {
    if (!may_be_state(analysis.name(match).kind)) continue;
    const Span span = analysis.span({match.first, match.last});
    if (next > 0 && sentences[next - 1].span.end >= span.end) continue;
    while (next < sentences.size() && sentences[next].span.end <= span.begin) ++next;
    for (; next < sentences.size(); ++next) {
      found.push_back(next);
      if (sentences[next].span.end >= span.end) {
        ++next;
        break;
      }
    }
  }
  return found;
}

DocumentRows rows_found(Analysis& analysis) {
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

}  // namespace

DocumentRows extract(std::string_view text, const DocumentContext& context,
                     const Knowledge& knowledge) {
  Analysis analysis(text, context, knowledge);
  return rows_found(analysis);
}

RowsWithStates extract_with_states(std::string_view text, const DocumentContext& context,
                                   const Knowledge& knowledge) {
  Analysis analysis(text, context, knowledge);
  auto may_name_states = sentences_with_states(analysis);
  return {rows_found(analysis), std::move(may_name_states)};
}

}  // namespace attache
