// SPDX-License-Identifier: MIT
#include <algorithm>

#include "seed/extract/persons.h"
#include "seed/extract/phrases.h"
#include "seed/extract/tables.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

class Rows {
 public:
  explicit Rows(const Analysis& analysis) : a_(analysis) {}

  std::vector<LeaderRow> run(const std::vector<PersonMention>& mentions) {
    for (const auto& mention : mentions) take(mention);
    return std::move(rows_);
  }

 private:
  void take(const PersonMention& mention) {
    const auto name = a_.wording(mention.name);
    auto* row = find(name);
    if (row == nullptr) row = &rows_.emplace_back(LeaderRow{name, "", "", "", {}});
    if (name.size() > row->name.size()) row->name = name;
    if (row->office.empty() && !mention.office.empty()) office(*row, mention.office);
    row->citations.push_back(a_.cite(mention.name, mention.rule));
  }

  void office(LeaderRow& row, TokenRange words) const {
    row.office = a_.wording(words);
    for (auto t = words.first; t < words.last; ++t) {
      if (const auto* state = a_.names.at(t, NameKind::country, a_.lexicon.names)) row.country = a_.lexicon.countries[a_.name(*state).entry].iso3;
      if (const auto* body = a_.names.at(t, NameKind::body, a_.lexicon.names)) row.body = a_.lexicon.bodies[a_.name(*body).entry].slug;
    }
  }

  /// The row of the same person: a surname refers back to the full name.
  LeaderRow* find(const std::string& name) {
    const auto wanted = fold_phrase(name);
    for (auto& row : rows_) {
      const auto have = fold_phrase(row.name);
      if (have == wanted || have.ends_with(" " + wanted) || wanted.ends_with(" " + have)) return &row;
    }
    return nullptr;
  }

  const Analysis& a_;
  std::vector<LeaderRow> rows_;
};

}  // namespace

std::vector<LeaderRow> find_leaders(const Analysis& analysis) { return Rows(analysis).run(find_persons(analysis)); }

}  // namespace attache
