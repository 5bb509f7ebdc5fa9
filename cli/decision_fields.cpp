// SPDX-License-Identifier: MIT
#include "cli/decision_fields.h"

#include "schema/reviews.h"

namespace attache {

std::vector<Field> decision_fields(const KnowledgeBase& base, const std::string& reference) {
  const auto state = review_of(base, reference);
  if (!state) return {};
  const Review& review = state->review;
  std::vector<Field> fields{{{"review_by"}, review.reviewer}, {{"review_at"}, review.decided_at}};
  if (!review.why.empty()) fields.push_back({{"review_why"}, review.why});
  if (state->status != ReviewStatus::applied)
    fields.push_back({{"review_status"}, review.decision + ", not applied: " + state->difference});
  return fields;
}

}  // namespace attache
