// SPDX-License-Identifier: MIT
#include "cli/other_lexicons.h"

#include <algorithm>
#include <string>

#include "schema/own_lexicons.h"
#include "schema/reviews.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

std::uint64_t orphaned_decisions(const KnowledgeBase& base) {
  const std::vector<ReviewState> all = reviews(base);
  return static_cast<std::uint64_t>(std::count_if(
      all.begin(), all.end(),
      [](const ReviewState& state) { return state.status == ReviewStatus::orphaned; }));
}

std::string were_read(std::uint64_t documents, const char* was, const char* were) {
  return counted(documents, "document") + (documents == 1 ? was : were) +
         " read with another lexicon, given with --lexicon; ";
}

}  // namespace

OtherLexicons::OtherLexicons(const KnowledgeBase& base, const Engine& engine, bool refresh)
    : engine_(engine), refresh_(refresh) {
  if (!refresh_) return;
  documents_ = read_with_other_lexicon(base, engine_.lexicon_version());
  orphaned_ = orphaned_decisions(base);
}

void OtherLexicons::tell(const KnowledgeBase& base, const Session& session) const {
  if (session.quiet) return;
  if (documents_ > 0)
    session.note(were_read(documents_, " had been", " had been") +
                 "rows that only that made are gone until a refresh gives it again");
  if (refresh_)
    if (const std::uint64_t now = orphaned_decisions(base); now > orphaned_)
      session.note(counted(now - orphaned_, "decision") + (now - orphaned_ == 1 ? " is" : " are") +
                   " about rows that are gone; 'attache review list --status orphaned' lists all "
                   "such");
  const std::uint64_t others = read_with_other_lexicon(base, engine_.lexicon_version());
  if (others > 0)
    session.note(were_read(others, " was", " were") +
                 "what only that has is out of the vocabulary until a run gives it again");
}

}  // namespace attache
