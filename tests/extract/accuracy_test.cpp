// SPDX-License-Identifier: MIT
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "seed/text/fold.h"
#include "tests/catch.h"
#include "tests/extract/engine.h"

// The bounds stand about 0.03 below what the engine reaches on tests/golden/gold.json.
// The texts and their annotations were written for this test, before the engine was run on them.

using namespace attache;
using nlohmann::json;

namespace {

struct Tally {
  std::size_t right = 0, found = 0, gold = 0;

  double f1() const {
    return found + gold == 0 ? 0.0
                             : 2.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

std::vector<std::string> words_of(const std::string& text) {
  static const std::set<std::string> empty{
      "a",  "an", "the",  "of",  "to",  "in",    "on",   "for",  "and", "or",  "with",
      "by", "at", "from", "its", "our", "their", "this", "that", "is",  "are", "be"};
  std::vector<std::string> words;
  const auto folded = fold_phrase(text);
  for (std::size_t i = 0; i < folded.size();) {
    const auto end = std::min(folded.find(' ', i), folded.size());
    const auto word = folded.substr(i, end - i);
    if (!empty.contains(word)) words.push_back(word);
    i = end + 1;
  }
  return words;
}

/// F1 of the content words of two wordings.
double overlap(const std::string& a, const std::string& b) {
  const auto left = words_of(a);
  auto right = words_of(b);
  const auto total = left.size() + right.size();
  std::size_t shared = 0;
  for (const auto& word : left) {
    const auto found = std::find(right.begin(), right.end(), word);
    if (found == right.end()) continue;
    right.erase(found);
    ++shared;
  }
  return total == 0 ? 0.0 : 2.0 * static_cast<double>(shared) / static_cast<double>(total);
}

/// Pairs each gold row with at most one found row; `same` tells whether two are one.
template <typename Row, typename Same>
std::vector<std::pair<const json*, const Row*>> pair(const json& gold,
                                                     const std::vector<Row>& found, Tally& tally,
                                                     Same same) {
  std::vector<std::pair<const json*, const Row*>> pairs;
  std::set<const Row*> used;
  for (const auto& wanted : gold) {
    for (const auto& row : found) {
      if (used.contains(&row) || !same(wanted, row)) continue;
      used.insert(&row);
      pairs.emplace_back(&wanted, &row);
      break;
    }
  }
  tally.right += pairs.size();
  tally.found += found.size();
  tally.gold += gold.size();
  return pairs;
}

bool same_body(const json& gold, const OrganizationRow& row, std::string_view text) {
  std::set<std::string> names{fold_phrase(gold.at("name").get<std::string>())};
  for (const auto& alias : gold.at("aliases")) names.insert(fold_phrase(alias.get<std::string>()));
  if (names.contains(fold_phrase(row.name)) ||
      (!row.acronym.empty() && names.contains(fold_phrase(row.acronym))))
    return true;
  return std::any_of(row.citations.begin(), row.citations.end(), [&](const Citation& c) {
    return names.contains(fold_phrase(test::quote(text, c)));
  });
}

bool same_person(const json& gold, const LeaderRow& row) {
  const auto wanted = words_of(gold.at("name").get<std::string>()), have = words_of(row.name);
  return !wanted.empty() && !have.empty() && wanted.back() == have.back() &&
         wanted.front().front() == have.front().front();
}

struct Figures {
  Tally organizations, stated, leaders, principles, priorities;
  std::size_t roles = 0, roles_right = 0;
};

void score(const json& document, Figures& figures) {
  const auto text = document.at("text").get<std::string>();
  const auto rows = test::rows_of(text, {document.at("country").get<std::string>(),
                                         std::to_string(document.at("year").get<int>())});
  const auto bodies = pair(
      document.at("organizations"), rows.organizations, figures.organizations,
      [&](const json& gold, const OrganizationRow& row) { return same_body(gold, row, text); });
  for (const auto& [gold, row] : bodies) {
    const auto role = gold->at("role").get<std::string>();
    ++figures.roles;
    figures.roles_right += role == row->role;
    figures.stated.right += role == row->role && role != "mention";
  }
  for (const auto& gold : document.at("organizations"))
    figures.stated.gold += gold.at("role") != "mention";
  for (const auto& row : rows.organizations) figures.stated.found += row.role != "mention";
  pair(document.at("leaders"), rows.leaders, figures.leaders, same_person);
  pair(document.at("principles"), rows.principles, figures.principles,
       [](const json& gold, const PrincipleRow& row) {
         return gold.at("slug").get<std::string>() == row.norm;
       });
  pair(document.at("priorities"), rows.priorities, figures.priorities,
       [](const json& gold, const PriorityRow& row) {
         return overlap(gold.at("surface").get<std::string>(), row.wording) >= 0.5;
       });
}

}  // namespace

TEST_CASE("the rows of texts written for this test are right as often as they were") {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/golden/gold.json");
  REQUIRE(file);
  Figures figures;
  for (const auto& document : json::parse(file)) score(document, figures);
  REQUIRE(figures.organizations.gold >= 40);
  CHECK(figures.organizations.f1() >= 0.93);
  CHECK(figures.stated.f1() >= 0.78);
  CHECK(static_cast<double>(figures.roles_right) / static_cast<double>(figures.roles) >= 0.84);
  CHECK(figures.leaders.f1() >= 0.95);
  CHECK(figures.principles.f1() >= 0.85);
  CHECK(figures.priorities.f1() >= 0.65);
}
