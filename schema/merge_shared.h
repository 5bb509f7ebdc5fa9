// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/merge_plan.h"
#include "schema/merge_source.h"
#include "schema/review.h"

namespace attache {

/// The id in `to` of each rule that the source has; rules that `to` lacks are added.
std::unordered_map<std::int64_t, std::int64_t> merge_rules(const MergeSource& from,
                                                           SQLite::Database& to);

/// Forms of names that `to` lacks.
void merge_name_forms(const MergeSource& from, SQLite::Database& to);

/// The vocabulary, where `to` has none.
void merge_vocabulary(const MergeSource& from, SQLite::Database& to);

/// What people decided, and drew samples for.
struct MergedReviews {
  std::uint64_t added = 0;
  std::vector<Review> on_others;  ///< on rows of documents that were there: not taken yet
  std::vector<std::string> conflicts;
};

/// Adds decisions on documents that are copied, with their references; others of the same row give
/// way, since the rows come as they were decided on. Samples come with them. All of these throw
/// KnowledgeBaseError, SQLite::Exception for what is in `to`.
MergedReviews merge_reviews(const MergeSource& from, SQLite::Database& to,
                            const std::vector<MergedDocument>& documents);

}  // namespace attache
