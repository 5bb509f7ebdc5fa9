// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "seed/lexicon/loader_parts.h"
#include "seed/lexicon/table_rows.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 5> strengths{"strong", "weak", "vague", "breach",
                                                    "condemned"};

std::uint32_t index_of(const TableRow& row, const std::vector<std::string>& slugs,
                       std::string_view what) {
  const auto found = std::find(slugs.begin(), slugs.end(), row[0]);
  if (found == slugs.end())
    row.fail("no " + std::string(what) + " '" + std::string(row[0]) + "'");
  return static_cast<std::uint32_t>(found - slugs.begin());
}

void load_wordings(Lexicon& lexicon) {
  each_row(lexicon.tables, "norms", {"slug"},
           [&](const TableRow& row) { lexicon.norms.emplace_back(row[0]); });
  each_row(lexicon.tables, "norm_wordings", {"norm", "wording", "strength"},
           [&](const TableRow& row) {
             NormWording wording;
             wording.norm = index_of(row, lexicon.norms, "norm");
             wording.pattern = row[1];
             const auto strength = std::find(strengths.begin(), strengths.end(), row[2]);
             if (strength == strengths.end())
               row.fail("strength must be strong, weak, vague, breach or condemned");
             wording.strength = static_cast<Strength>(strength - strengths.begin());
             lexicon.norm_wordings.push_back(std::move(wording));
           });
  each_row(lexicon.tables, "norm_weights", {"feature", "weight"}, [&](const TableRow& row) {
    lexicon.norm_weights.set(row[0], row.number(1, "a weight"));
  });
}

void load_confidences(Lexicon& lexicon) {
  each_row(lexicon.tables, "confidence", {"rule", "confidence"}, [&](const TableRow& row) {
    const float share = row.number(1, "a confidence");
    if (!(share > 0 && share < 1)) row.fail("a confidence must lie between 0 and 1");
    lexicon.confidences.set(row[0], static_cast<std::uint8_t>(share * 100 + 0.5F));
  });
  float slope = 0, constant = 0;
  each_row(lexicon.tables, "norm_confidence", {"term", "value"}, [&](const TableRow& row) {
    if (row[0] == "slope") slope = row.number(1, "a value");
    else if (row[0] == "constant") constant = row.number(1, "a value");
    else row.fail("term must be slope or constant");
  });
  lexicon.confidences.set_norms(slope, constant);
}

/// "peace and security", by the word before the joint.
void add_binomial(Lexicon& lexicon, const TableRow& row) {
  auto words = intern_all(lexicon.vocabulary, row[0]);
  const auto joins = [&](WordId word) {
    return word == lexicon.vocabulary.find("and") || word == lexicon.vocabulary.find("or");
  };
  const auto joint = std::find_if(words.begin(), words.end(), joins);
  if (joint == words.begin() || joint == words.end())
    row.fail("words joined by 'and' or 'or' are expected");
  const auto before = *(joint - 1);
  lexicon.binomials[before].push_back(std::move(words));
}

void load_themes(Lexicon& lexicon) {
  each_row(lexicon.tables, "themes", {"slug"},
           [&](const TableRow& row) { lexicon.themes.emplace_back(row[0]); });
  each_row(lexicon.tables, "theme_words", {"theme", "wording", "weight"},
           [&](const TableRow& row) {
             lexicon.theme_wordings.push_back(
                 {index_of(row, lexicon.themes, "theme"), std::string(row[1]),
                  std::max(1, row[2].empty() ? 1 : row[2][0] - '0')});
           });
  each_row(lexicon.tables, "binomials", {"phrase"},
           [&](const TableRow& row) { add_binomial(lexicon, row); });
}

}  // namespace

std::string_view name_of(Strength strength) {
  return strengths[static_cast<std::size_t>(strength)];
}

void load_norms(Lexicon& lexicon) {
  load_wordings(lexicon);
  load_confidences(lexicon);
  load_themes(lexicon);
}

}  // namespace attache
