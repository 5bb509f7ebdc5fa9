// SPDX-License-Identifier: MIT
#include "cli/exchange/kinds.h"

#include <algorithm>
#include <array>

#include "schema/amendments.h"
#include "schema/fold.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"
#include "schema/vocabularies.h"

namespace attache {
namespace {

constexpr std::array<AnnotationKind, 4> kinds{{{"principles", "Principle", "#a6cee3"},
                                               {"priorities", "Priority", "#b2df8a"},
                                               {"organizations", "Organization", "#fdbf6f"},
                                               {"leaders", "Leader", "#cab2d6"}}};

/// A column whose values are those of a short list.
struct Listed {
  std::string_view table, column, vocabulary;
};
constexpr std::array<Listed, 5> listed{{{"principles", "norm", "norms"},
                                        {"priorities", "theme", "themes"},
                                        {"organizations", "role", "roles"},
                                        {"organizations", "kind", "kinds"},
                                        {"leaders", "office_type", "offices"}}};

std::vector<std::string> slugs_of(const KnowledgeBase& base, std::string_view vocabulary) {
  std::vector<std::string> slugs;
  Selection selection;
  selection.columns = {"slug"};
  select(base, find_vocabulary(vocabulary)->table, selection, [&](std::span<const Cell> cells) {
    slugs.emplace_back(std::get<std::string_view>(cells[0]));
    return true;
  });
  return slugs;
}

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
      for (const Listed& entry : listed)
        if (entry.table == kind.table && entry.column == column)
          one.values = slugs_of(base, entry.vocabulary);
      if (column == "polarity") one.values = {"upheld", "breach-condemned"};
      all.push_back(std::move(one));
    }
  return all;
}

}  // namespace attache
