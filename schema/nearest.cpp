// SPDX-License-Identifier: MIT
#include "schema/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "schema/fold.h"

namespace attache {
namespace {

constexpr std::size_t suggested = 3;
constexpr std::size_t listed = 12;

/// The distance at which a value still counts as a typing error of `given`.
std::size_t tolerance(std::string_view given) { return std::max<std::size_t>(2, given.size() / 3); }

/// Nobody mistypes a text of this length, and comparing two of them takes the product of their
/// lengths. In bytes.
constexpr std::size_t longest_compared = 200;

/// How far `candidate` is, or npos where it was not meant.
std::size_t rank(std::string_view given, std::string_view candidate) {
  const std::size_t limit = tolerance(given);
  const std::size_t longer = std::max(given.size(), candidate.size());
  const std::size_t shorter = std::min(given.size(), candidate.size());
  const bool far = longer - shorter > limit || shorter > longest_compared;
  const std::size_t distance = far ? longer : edit_distance(given, candidate);
  if (distance <= limit && distance < longer) return distance;
  const bool part = given.size() >= 3 && candidate.find(given) != std::string_view::npos;
  return part ? limit + 1 : std::string_view::npos;
}

}  // namespace

std::string comma_list(std::span<const std::string> values) {
  std::string list;
  for (const std::string& value : values) (list += list.empty() ? "" : ", ") += value;
  return list;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::vector<std::string> nearest(std::string_view given, std::span<const std::string> candidates) {
  const std::string folded = fold(given);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& candidate : candidates) {
    const std::size_t far = rank(folded, fold(candidate));
    if (far != std::string_view::npos) ranked.emplace_back(far, candidate);
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
  std::vector<std::string> values;
  for (const auto& [far, value] : ranked)
    if (values.size() < suggested) values.push_back(value);
  return values;
}

std::string suggestion(std::string_view given, std::span<const std::string> candidates,
                       std::span<const std::string> valid) {
  const auto near = nearest(given, candidates);
  if (!near.empty()) return "; did you mean " + comma_list(near) + "?";
  if (!valid.empty() && valid.size() <= listed) return "; one of " + comma_list(valid);
  return {};
}

}  // namespace attache
