// SPDX-License-Identifier: MIT
#include <set>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

/// A cue's example without its marks, and the bytes that stood between them.
struct Example {
  std::string text;
  Span object;
};

Example example_of(const Cue& cue) {
  const auto open = cue.example.find("[[");
  const auto close = cue.example.find("]]");
  if (open == std::string::npos || close == std::string::npos || close < open)
    return {cue.example, {}};
  const auto inside = cue.example.substr(open + 2, close - open - 2);
  return {cue.example.substr(0, open) + inside + cue.example.substr(close + 2),
          {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(open + inside.size())}};
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

template <typename Row>
bool cites(const Row& row, Span object) {
  return std::any_of(row.citations.begin(), row.citations.end(),
                     [&](const Citation& c) { return overlap(c.span, object); });
}

template <typename Row>
bool any_cites(const std::vector<Row>& rows, Span object) {
  return std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return cites(row, object); });
}

template <typename Row>
bool made_by(const std::vector<Row>& rows, const std::string& rule) {
  return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
    return std::any_of(row.citations.begin(), row.citations.end(),
                       [&](const Citation& c) { return c.rule == rule; });
  });
}

bool fires(const std::string& text, const Cue& cue) {
  const auto known = test::knowledge();
  const Analysis analysis(text, {"AZE", "2004"}, known);
  return std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const CueHit& hit) {
    const auto* fired = analysis.cue(hit);
    return fired != nullptr && fired->id == cue.id;
  });
}

bool takes_object(const Cue& cue) {
  const std::set<std::string> without{"blocks", "titles", "agent", "speaker", "speaks"};
  return !without.contains(cue.effect);
}

/// What its table must hold of the example's object.
bool object_found(const DocumentRows& rows, const Cue& cue, Span object) {
  if (!takes_object(cue)) return true;
  switch (cue.table) {
    case Table::organizations:
      return std::any_of(
          rows.organizations.begin(), rows.organizations.end(),
          [&](const auto& row) { return row.role == cue.effect && cites(row, object); });
    case Table::priorities: return any_cites(rows.priorities, object);
    case Table::principles: return any_cites(rows.principles, object);
    case Table::leaders: return any_cites(rows.leaders, object);
  }
  return false;
}

/// The cue came to something in a text: a row of its making.
bool effective(const DocumentRows& rows, const Cue& cue) {
  switch (cue.table) {
    case Table::organizations:
      return std::any_of(rows.organizations.begin(), rows.organizations.end(),
                         [&](const auto& row) { return row.role == cue.effect; });
    case Table::priorities: return made_by(rows.priorities, cue.id);
    case Table::principles: return made_by(rows.principles, cue.id);
    case Table::leaders: return made_by(rows.leaders, cue.id);
  }
  return false;
}

std::string prefix_of(Table table) {
  switch (table) {
    case Table::principles: return "principles.";
    case Table::priorities: return "priorities.";
    case Table::organizations: return "organizations.";
    default: return "leaders.";
  }
}

}  // namespace

TEST_CASE("every cue's id is unique and begins with its table") {
  std::set<std::string> ids;
  for (const auto& cue : test::knowledge().rules.cues) {
    CAPTURE(cue.id, cue.file, cue.line);
    CHECK(ids.insert(cue.id).second);
    CHECK(cue.id.starts_with(prefix_of(cue.table)));
    CHECK(cue.motivation.size() >= 10);
  }
  CHECK(ids.size() >= 10);
}

TEST_CASE("every cue fires in its example and takes the object marked there") {
  for (const auto& cue : test::knowledge().rules.cues) {
    CAPTURE(cue.id, cue.example);
    const auto example = example_of(cue);
    const bool marked = length(example.object) > 0;
    if (takes_object(cue)) CHECK(marked);
    CHECK(fires(example.text, cue));
    if (marked) CHECK(object_found(test::rows_of(example.text), cue, example.object));
  }
}

TEST_CASE("no cue comes to anything in its counter-example") {
  for (const auto& cue : test::knowledge().rules.cues) {
    if (cue.counter.empty()) continue;
    CAPTURE(cue.id, cue.counter);
    CHECK((!fires(cue.counter, cue) || !effective(test::rows_of(cue.counter), cue)));
  }
}
