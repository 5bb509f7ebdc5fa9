// SPDX-License-Identifier: MIT
#include "schema/id_runs.h"

#include <algorithm>

namespace attache {

std::int64_t IdRuns::add(std::int64_t old) {
  const bool follows =
      !runs_.empty() && old - runs_.back().count == runs_.back().first;  // no overflow: old > first
  if (follows) ++runs_.back().count;
  else runs_.push_back({old, 1, next_});
  return next_++;
}

void IdRuns::add_run(std::int64_t old, std::int64_t count) {
  if (count <= 0) return;
  add(old);
  runs_.back().count += count - 1;
  next_ += count - 1;
}

std::optional<std::int64_t> IdRuns::find(std::int64_t old) const {
  const Run* run = run_of(old);
  if (run == nullptr) return std::nullopt;
  return run->becomes + (old - run->first);
}

const IdRuns::Run* IdRuns::run_of(std::int64_t old) const {
  const auto holds = [&](const Run& run) {
    return old >= run.first &&
           static_cast<std::uint64_t>(old) - static_cast<std::uint64_t>(run.first) <
               static_cast<std::uint64_t>(run.count);
  };
  if (last_ < runs_.size() && holds(runs_[last_])) return &runs_[last_];
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), old,
                       [](std::int64_t id, const Run& run) { return id < run.first; });
  if (after == runs_.begin() || !holds(*std::prev(after))) return nullptr;
  last_ = static_cast<std::size_t>(std::prev(after) - runs_.begin());
  return &runs_[last_];
}

}  // namespace attache
