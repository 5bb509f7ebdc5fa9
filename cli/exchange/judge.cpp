// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "cli/exchange/reviewed.h"

namespace attache {
namespace {

/// The rows of a document by what marks say of theirs.
class RowsOfMarks {
 public:
  explicit RowsOfMarks(const ExportedDocument& document) {
    for (const ExportedRow& row : document.rows) {
      by_reference_.emplace(row.ref, &row);
      for (const CharacterSpan& place : row.places)
        by_place_.emplace(std::pair(row.table, place), &row);
    }
  }

  /// By its reference, else the one of its kind at its place; nullptr where there is none.
  const ExportedRow* of(const Mark& mark) const {
    const auto named = by_reference_.find(mark.ref);
    if (named != by_reference_.end())
      return named->second->table == mark.table ? named->second : nullptr;
    const auto placed = by_place_.find(std::pair(mark.table, mark.span));
    return placed == by_place_.end() ? nullptr : placed->second;
  }

 private:
  std::map<std::string, const ExportedRow*> by_reference_;
  std::map<std::pair<std::string, CharacterSpan>, const ExportedRow*> by_place_;
};

std::string value_in(const std::vector<ColumnValue>& values, const std::string& column) {
  const ColumnValue* value = value_of(values, column);
  return value == nullptr ? std::string() : value->value;
}

/// A change in one of several annotations is meant for the row; two different ones contradict each
/// other.
void amend(Judgement& judgement, const std::vector<const Mark*>& marks, const ColumnValue& said) {
  std::set<std::string> others;
  for (const Mark* mark : marks)
    if (const std::string now = value_in(mark->values, said.column); now != said.value)
      others.insert(now);
  if (others.size() > 1) {
    judgement.objection = "its annotations contradict each other: " + said.column;
    for (const std::string& other : others)
      judgement.objection += (other == *others.begin() ? " is '" : " and '") + other + "'";
  } else if (!others.empty()) {
    judgement.sets.push_back(said.column + "=" + *others.begin());
  }
}

std::string notes_of(const std::vector<const Mark*>& marks) {
  std::string why;
  std::set<std::string> seen;
  for (const Mark* mark : marks)
    if (!mark->note.empty() && seen.insert(mark->note).second)
      why += (why.empty() ? "" : "; ") + mark->note;
  return why;
}

Judgement judgement_of(const ExportedRow& row, const std::vector<const Mark*>& marks,
                       bool (*carries)(std::string_view)) {
  Judgement judgement{&row, {}, {}, notes_of(marks), {}};
  if (marks.empty()) {
    judgement.decision = "rejected";
    return judgement;
  }
  for (const ColumnValue& said : row.said)
    if (carries(said.column)) amend(judgement, marks, said);
  if (judgement.objection.empty())
    judgement.decision = judgement.sets.empty() ? "accepted" : "amended";
  return judgement;
}

}  // namespace

Judgements judge(const ReviewedDocument& document, bool (*carries)(std::string_view column)) {
  Judgements out;
  std::map<const ExportedRow*, std::vector<const Mark*>> marks;
  const RowsOfMarks rows(document.exported);
  for (const Mark& mark : document.marks) {
    const ExportedRow* row = rows.of(mark);
    if (row == nullptr) ++out.added[mark.label];
    else marks[row].push_back(&mark);
  }
  for (const ExportedRow& row : document.exported.rows) {
    const std::vector<const Mark*>& of_row = marks[&row];
    out.rows.push_back(judgement_of(row, of_row, carries));
    const auto kept = std::count_if(of_row.begin(), of_row.end(), [&](const Mark* mark) {
      return std::find(row.places.begin(), row.places.end(), mark->span) != row.places.end();
    });
    const std::size_t there = std::min(of_row.size(), row.places.size());
    out.moved += of_row.size() - static_cast<std::size_t>(kept);
    if (!of_row.empty()) out.dropped += row.places.size() - there;
  }
  return out;
}

}  // namespace attache
