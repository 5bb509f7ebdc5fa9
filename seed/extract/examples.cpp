// SPDX-License-Identifier: MIT
#include "seed/extract/examples.h"

#include <algorithm>
#include <set>
#include <utility>

#include "seed/extract/analysis.h"
#include "seed/rules/cue_check.h"

namespace attache {
namespace {

/// An example without its marks, and what stood between them.
struct Marked {
  std::string text;
  Span object;
};

Marked marked_of(const std::string& example) {
  const auto open = example.find("[["), close = example.find("]]");
  if (open == std::string::npos || close == std::string::npos || close < open) return {example, {}};
  const auto inside = example.substr(open + 2, close - open - 2);
  return {example.substr(0, open) + inside + example.substr(close + 2),
          {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(open + inside.size())}};
}

/// A user's files are known by their folder; built-in ones by their bare names.
bool is_users(const std::string& file) { return file.find('/') != std::string::npos; }

class Examples {
 public:
  explicit Examples(const Knowledge& knowledge)
      : known_(knowledge), context_{knowledge.lexicon.countries.front().iso3, {}} {}

  ExampleRun run() {
    for (const Cue& cue : known_.rules.cues)
      if (is_users(cue.file)) of_cue(cue);
    std::set<std::pair<std::string, std::size_t>> seen;  // words with bars between are one unit
    for (const LexicalUnit& unit : known_.frames.units)
      if (is_users(unit.file) && seen.emplace(unit.file, unit.line).second) of_unit(unit);
    return std::move(run_);
  }

 private:
  void of_cue(const Cue& cue) {
    const Marked example = marked_of(cue.example);
    ++run_.examples;
    if (!fires(example.text, cue)) fail(ExampleFault::silent, cue, cue.example);
    else if (takes_object(cue.effect) && !cites(example, cue))
      fail(ExampleFault::fruitless, cue, cue.example);
    if (cue.counter.empty() || !takes_object(cue.effect)) return;
    ++run_.examples;
    if (makes_row(marked_of(cue.counter).text, cue)) fail(ExampleFault::counter, cue, cue.counter);
  }

  void of_unit(const LexicalUnit& unit) {
    ++run_.examples;
    const Marked example = marked_of(unit.example);
    if (!gives_role(example.text, unit, &example.object))
      fail(ExampleFault::fruitless, unit, unit.example);
    if (unit.counter.empty()) return;
    ++run_.examples;
    if (gives_role(marked_of(unit.counter).text, unit, nullptr))
      fail(ExampleFault::counter, unit, unit.counter);
  }

  bool fires(const std::string& text, const Cue& cue) const {
    const Analysis analysis(text, context_, known_);
    return std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const CueHit& hit) {
      const Cue* fired = analysis.cue(hit);
      return fired != nullptr && fired->id == cue.id;
    });
  }

  /// What its table must have of the example's object.
  bool cites(const Marked& example, const Cue& cue) const {
    const DocumentRows rows = extract(example.text, context_, known_);
    const auto at_object = [&](const Citation& c) {
      return c.span.begin < example.object.end && example.object.begin < c.span.end;
    };
    return any_row(rows, cue, [&](const auto& row) {
      return std::any_of(row.citations.begin(), row.citations.end(), at_object);
    });
  }

  bool makes_row(const std::string& text, const Cue& cue) const {
    return any_row(extract(text, context_, known_), cue, [&](const auto& row) {
      return std::any_of(row.citations.begin(), row.citations.end(),
                         [&](const Citation& c) { return c.rule == cue.id; });
    });
  }

  template <typename Holds>
  static bool any_row(const DocumentRows& rows, const Cue& cue, Holds holds) {
    switch (cue.table) {
      case Table::organizations:
        return std::any_of(rows.organizations.begin(), rows.organizations.end(),
                           [&](const auto& row) { return row.role == cue.effect && holds(row); });
      case Table::priorities:
        return std::any_of(rows.priorities.begin(), rows.priorities.end(), holds);
      case Table::principles:
        return std::any_of(rows.principles.begin(), rows.principles.end(), holds);
      case Table::leaders: return std::any_of(rows.leaders.begin(), rows.leaders.end(), holds);
    }
    return false;
  }

  /// Cites the unit, or one that stands in its line; at the words of `object`, if there is one.
  bool gives_role(const std::string& text, const LexicalUnit& unit, const Span* object) const {
    const DocumentRows rows = extract(text, context_, known_);
    for (const auto& row : rows.organizations)
      for (const Citation& c : row.citations)
        if (in_line_of(unit, c.rule) &&
            (object == nullptr || (c.span.begin < object->end && object->begin < c.span.end)))
          return true;
    return false;
  }

  bool in_line_of(const LexicalUnit& unit, std::string_view id) const {
    const auto& units = known_.frames.units;
    return std::any_of(units.begin(), units.end(), [&](const LexicalUnit& other) {
      return other.id == id && other.file == unit.file && other.line == unit.line;
    });
  }

  template <typename Entry>
  void fail(ExampleFault fault, const Entry& entry, const std::string& text) {
    run_.failed.push_back({fault, entry.file + ":" + std::to_string(entry.line), entry.id, text});
  }

  const Knowledge& known_;
  const DocumentContext context_;  ///< of a state, so that "we" is one
  ExampleRun run_;
};

}  // namespace

ExampleRun run_examples(const Knowledge& knowledge) { return Examples(knowledge).run(); }

}  // namespace attache
