// SPDX-License-Identifier: MIT
#include "cli/decision_fields.h"

#include "schema/reviews.h"

namespace attache {

std::string decision_words(const ReviewState& state) {
  const Review& review = state.review;
  const auto shown = [](const std::string& value) { return value.empty() ? "empty" : value; };
  std::string words = review.decision + " by " + review.reviewer + " at " + review.decided_at;
  for (const ColumnValue& value : review.amended) {
    const ColumnValue* before = value_of(review.original, value.column);
    words += (&value == &review.amended.front() ? ": " : ", ") + value.column + " is " +
             shown(value.value);
    if (before != nullptr) words += " (was " + shown(before->value) + ")";
  }
  if (!review.why.empty()) words += "; why: " + review.why;
  if (state.status != ReviewStatus::applied) words += "; not applied: " + state.difference;
  return words;
}

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
