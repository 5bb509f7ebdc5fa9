// SPDX-License-Identifier: MIT
#include "cli/exchange/kinds.h"

#include <algorithm>
#include <array>

#include "schema/amendments.h"
#include "schema/entries.h"
#include "schema/fold.h"
#include "schema/tables.h"

namespace attache {
namespace {

constexpr std::array<AnnotationKind, 4> kinds{{{"principles", "Principle", "#a6cee3"},
                                               {"priorities", "Priority", "#b2df8a"},
                                               {"organizations", "Organization", "#fdbf6f"},
                                               {"leaders", "Leader", "#cab2d6"}}};

}  // namespace

std::span<const AnnotationKind> annotation_kinds() { return kinds; }

const AnnotationKind* kind_of_table(std::string_view table) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const AnnotationKind& kind) { return kind.table == table; });
  return found == kinds.end() ? nullptr : &*found;
}

const AnnotationKind* kind_of_label(std::string_view label) {
  const std::string folded = fold(label);
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const AnnotationKind& kind) {
    return fold(kind.label) == folded;
  });
  return found == kinds.end() ? nullptr : &*found;
}

std::vector<ColumnChoices> column_choices(const KnowledgeBase& base) {
  std::vector<ColumnChoices> all;
  for (const AnnotationKind& kind : kinds)
    for (const std::string& column : amendable_columns(std::string(kind.table))) {
      ColumnChoices one{kind.table, {}, {}, column == "speaker"};
      for (const ColumnInfo& known : find_table(kind.table)->columns)
        if (known.name == column) one.column = known.name;
      for (VocabularyEntry& entry : entries_for(base, kind.table, column))
        one.values.push_back(std::move(entry.slug));
      all.push_back(std::move(one));
    }
  return all;
}

}  // namespace attache
