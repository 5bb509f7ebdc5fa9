// SPDX-License-Identifier: MIT
#include "schema/nearest.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <utility>

#include "schema/fold.h"

namespace attache {
namespace {

constexpr std::size_t suggested = 3;
constexpr std::size_t listed = 12;

/// The distance at which a value still counts as a typing error of `given`. Of a code of three
/// letters two are not mistyped.
std::size_t tolerance(std::string_view given) {
  return given.size() <= 4 ? 1 : std::max<std::size_t>(2, given.size() / 3);
}

/// Nobody mistypes a text of this length, and comparing two of them takes the product of their
/// lengths. In bytes.
constexpr std::size_t longest_compared = 200;

/// Words that are long enough to be told from others, as parts of a folded text.
std::vector<std::string_view> long_words(std::string_view folded) {
  std::vector<std::string_view> words;
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && (is_letter(folded[end]) || (folded[end] & 0x80) != 0)) ++end;
    if (end - at >= 5) words.push_back(folded.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

/// How far all long words of `given` are from words of `candidate`, or npos where one is far from
/// all: "UN chartr" is meant by "Charter of the United Nations".
std::size_t far_in_words(std::string_view given, std::string_view candidate) {
  const auto wanted = long_words(given);
  if (wanted.empty() || given.size() > longest_compared || candidate.size() > longest_compared)
    return std::string_view::npos;
  std::size_t all = 0;
  for (const std::string_view word : wanted) {
    std::size_t least = word.size() / 4 + 1;
    for (const std::string_view other : long_words(candidate))
      if (other.size() < word.size() + least && word.size() < other.size() + least)
        least = std::min(least, edit_distance(word, other));
    if (least > word.size() / 4) return std::string_view::npos;
    all += least;
  }
  return all;
}

/// How far `candidate` is, or npos where it was not meant.
std::size_t rank(std::string_view given, std::string_view candidate) {
  const std::size_t limit = tolerance(given);
  const std::size_t longer = std::max(given.size(), candidate.size());
  const std::size_t shorter = std::min(given.size(), candidate.size());
  const bool far = longer - shorter > limit || shorter > longest_compared;
  const std::size_t distance = far ? longer : edit_distance(given, candidate);
  if (distance <= limit && distance < longer) return distance;
  const std::size_t at = given.size() < 3 ? std::string_view::npos : candidate.find(given);
  if (at != std::string_view::npos) return limit + (at == 0 ? 1 : 2);
  const std::size_t words = far_in_words(given, candidate);
  // A long text has some such word more easily.
  return words == std::string_view::npos ? words : limit + 3 + words + candidate.size() / 50;
}

}  // namespace

std::string comma_list(std::span<const std::string> values) {
  std::string list;
  for (const std::string& value : values) (list += list.empty() ? "" : ", ") += value;
  return list;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({last[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
        row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
    before = std::exchange(last, std::exchange(row, std::move(before)));
    row.resize(b.size() + 1);
  }
  return last.back();
}

std::vector<std::string> nearest(std::string_view given, std::span<const std::string> candidates) {
  const std::string folded = fold(given);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& candidate : candidates) {
    const std::size_t far = rank(folded, fold(candidate));
    if (far != std::string_view::npos) ranked.emplace_back(far, candidate);
  }
  std::sort(ranked.begin(), ranked.end());
  // What is near as a whole was meant, not what only has a word that is near.
  const std::size_t whole = tolerance(folded) + 2;
  if (!ranked.empty() && ranked.front().first <= whole)
    std::erase_if(ranked, [&](const auto& one) { return one.first > whole; });
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
