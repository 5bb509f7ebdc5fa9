// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// A column and what a row has in it; empty for NULL.
struct ColumnValue {
  std::string column, value;
  bool operator==(const ColumnValue&) const = default;
};

/// Of values of several columns, that of one; null where it is not among them.
inline const ColumnValue* value_of(const std::vector<ColumnValue>& values,
                                   std::string_view column) {
  for (const ColumnValue& value : values)
    if (value.column == column) return &value;
  return nullptr;
}

/// What a person decided on a row, and of which row it was decided: the one with this reference
/// that cited these words and said this.
struct Review {
  std::string document;               ///< slug
  std::string sha256;                 ///< of the document's file when the row was judged
  std::string table, key;             ///< with the document: the row's reference
  std::vector<std::string> quotes;    ///< each once, in the order of bytes
  std::vector<ColumnValue> original;  ///< what the row said
  std::string decision;               ///< accepted, rejected or amended
  std::vector<ColumnValue> amended;   ///< what it shall say, where amended
  std::string why, reviewer;
  std::string decided_at;  ///< UTC, ISO 8601; empty: now

  std::string reference() const { return document + "/" + table + "/" + key; }
  bool same_decision(const Review& other) const {
    return decision == other.decision && amended == other.amended;
  }
};

inline constexpr std::string_view decisions[] = {"accepted", "rejected", "amended"};

/// How a decision stands to the knowledge base.
enum class ReviewStatus {
  applied,  ///< the row says what was judged
  changed,  ///< there is such a row, but its words or what it says are others: not applied
  orphaned  ///< there is no such row: not applied
};
std::string_view name_of(ReviewStatus status);

/// A decision with its standing; `difference` says what is other, where it is.
struct ReviewState {
  Review review;
  ReviewStatus status = ReviewStatus::applied;
  std::string difference;
};

}  // namespace attache
