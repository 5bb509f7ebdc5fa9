// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace attache {

/// New ids, without gaps, for the ids of a table that is copied. Ids that follow each other cost
/// nothing but the first.
class IdRuns {
 public:
  /// New ids begin at `next`.
  explicit IdRuns(std::int64_t next = 1) : begin_(next), next_(next) {}

  /// The new id of `old`, which must be higher than those that were added before.
  std::int64_t add(std::int64_t old);
  /// The same for `count` ids that follow each other from `old` on.
  void add_run(std::int64_t old, std::int64_t count);
  /// Nothing where it was not added. Not for two threads at once.
  std::optional<std::int64_t> find(std::int64_t old) const;
  /// The new id that the next one gets.
  std::int64_t next() const { return next_; }
  /// How many were added.
  std::uint64_t size() const { return static_cast<std::uint64_t>(next_ - begin_); }

 private:
  struct Run {
    std::int64_t first, count, becomes;
  };
  const Run* run_of(std::int64_t old) const;

  std::vector<Run> runs_;
  std::int64_t begin_, next_;
  mutable std::size_t last_ = 0;  ///< where the last was found: neighbours are asked for together
};

}  // namespace attache
