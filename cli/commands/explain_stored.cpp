// SPDX-License-Identifier: MIT
#include "cli/commands/explain_stored.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "schema/tables.h"
#include "seed/read/format.h"

namespace attache {
namespace {

std::string name_of(const Referred& referred) {
  const std::string name = field_of(referred, "name");
  return name.empty() ? field_of(referred, "wording") : name;
}

/// The word or two that tell the row from others, as the engine gives them of its own rows.
std::string what_of(const Referred& referred) {
  std::string words;
  for (const std::string_view column : {"role", "office", "norm", "theme"}) {
    const std::string value = field_of(referred, column);
    words += words.empty() || value.empty() ? value : ", " + value;
  }
  return words;
}

/// The row's own texts, as they are stored: they stand before what a person decided on it.
std::vector<std::string> columns_of(const Referred& referred) {
  std::vector<std::string> columns;
  for (const Field& field : referred.fields) {
    if (field.column.type != ColumnType::text || field.column.name == "review") break;
    columns.push_back(field.value.value_or(""));
  }
  return columns;
}

bool stands_at(const ExplainedCitation& c, const CitedPlace& place) {
  return c.citation.span.begin == place.start && c.citation.span.end == place.end;
}

Citation stored_citation(const CitedPlace& place) {
  return {{static_cast<std::uint32_t>(place.start), static_cast<std::uint32_t>(place.end)},
          static_cast<std::uint32_t>(place.sentence),
          place.rule};
}

/// The engine's row of the same table that stands in the stored places: the one of the same name,
/// or where a person has amended that, the one that stands in most of them.
const ExplainedRow* same_row(const Explanation& all, const Referred& referred) {
  const ExplainedRow* best = nullptr;
  std::pair<bool, std::size_t> most{false, 0};
  for (const ExplainedRow& row : all.rows) {
    if (row.table != referred.table->name) continue;
    const auto shared = static_cast<std::size_t>(
        std::count_if(row.citations.begin(), row.citations.end(), [&](const ExplainedCitation& c) {
          return std::any_of(referred.places.begin(), referred.places.end(),
                             [&](const CitedPlace& place) { return stands_at(c, place); });
        }));
    const std::pair<bool, std::size_t> rank{row.name == name_of(referred), shared};
    if (shared > 0 && rank > most) {
      most = rank;
      best = &row;
    }
  }
  return best;
}

ExplainedRow explained_row(const Explanation& all, const Referred& referred) {
  const ExplainedRow* found = same_row(all, referred);
  ExplainedRow row{std::string(referred.table->name),
                   name_of(referred),
                   found != nullptr ? found->what : what_of(referred),
                   {},
                   columns_of(referred)};
  for (const CitedPlace& place : referred.places) {
    const auto same = [&](const ExplainedCitation& c) {
      return stands_at(c, place) && c.citation.rule == place.rule;
    };
    const ExplainedCitation* known = nullptr;
    if (found != nullptr) {
      const auto at = std::find_if(found->citations.begin(), found->citations.end(), same);
      if (at != found->citations.end()) known = &*at;
    }
    row.citations.push_back(known != nullptr ? *known
                                             : ExplainedCitation{stored_citation(place), {}, {}});
  }
  return row;
}

std::vector<Finding> findings_in(const Explanation& all, const Referred& referred) {
  std::set<std::int64_t> sentences;
  for (const CitedPlace& place : referred.places) sentences.insert(place.sentence);
  std::vector<Finding> findings;
  std::copy_if(all.findings.begin(), all.findings.end(), std::back_inserter(findings),
               [&](const Finding& f) { return sentences.contains(f.sentence); });
  return findings;
}

/// Which of the engine's rows people decided on.
std::map<std::size_t, ReviewState> decided_among(const Explanation& all,
                                                 const std::vector<DecidedRow>& decided_rows) {
  std::map<std::size_t, ReviewState> decided;
  for (const DecidedRow& decision : decided_rows)
    if (const ExplainedRow* row = same_row(all, decision.row))
      decided.emplace(static_cast<std::size_t>(row - all.rows.data()), decision.state);
  return decided;
}

/// Rows with those of their citations that stand in the sentence.
StoredExplanation rows_in(const StoredExplanation& all, std::int64_t sentence) {
  StoredExplanation in;
  for (std::size_t i = 0; i < all.explanation.rows.size(); ++i) {
    ExplainedRow row = all.explanation.rows[i];
    std::erase_if(row.citations, [&](const ExplainedCitation& c) {
      return static_cast<std::int64_t>(c.citation.sentence) != sentence;
    });
    if (row.citations.empty()) continue;
    const auto decided = all.decided.find(i);
    if (decided != all.decided.end())
      in.decided.emplace(in.explanation.rows.size(), decided->second);
    in.explanation.rows.push_back(std::move(row));
  }
  return in;
}

/// The stored row, whose reference is known: so is the decision on it.
StoredExplanation of_row(const Explanation& all, const Referred& referred,
                         const std::vector<DecidedRow>& decided_rows) {
  StoredExplanation out;
  out.explanation.rows = {explained_row(all, referred)};
  for (const DecidedRow& decision : decided_rows)
    if (decision.state.review.reference() == field_of(referred, "ref"))
      out.decided.emplace(0, decision.state);
  return out;
}

}  // namespace

StoredExplanation explain_stored(const Engine& engine, const Referred& referred,
                                 std::string_view text, std::string_view media_type,
                                 const std::vector<DecidedRow>& decided_rows) {
  DocumentContext context{field_of(referred, "country"), field_of(referred, "date")};
  context.marked_up = marks_paragraphs(media_type);
  StoredExplanation all{engine.explain(text, context), {}};
  all.decided = decided_among(all.explanation, decided_rows);
  if (referred.is_document()) return all;
  StoredExplanation out = referred.is_sentence() ? rows_in(all, referred.places.front().sentence)
                                                 : of_row(all.explanation, referred, decided_rows);
  out.explanation.findings = findings_in(all.explanation, referred);
  out.explanation.sentences = std::move(all.explanation.sentences);
  return out;
}

}  // namespace attache
