// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

class KnowledgeBase;

/// What annotations of a table are called and look like in other programs.
struct AnnotationKind {
  std::string_view table;   ///< "organizations"
  std::string_view label;   ///< "Organization"
  std::string_view colour;  ///< #rrggbb, light enough to read black on it
};

/// One for each table that has annotations.
std::span<const AnnotationKind> annotation_kinds();
/// The one of the table, or of the label, case aside; nullptr where there is none.
const AnnotationKind* kind_of_table(std::string_view table);
const AnnotationKind* kind_of_label(std::string_view label);

/// What a column of annotations can hold.
struct ColumnChoices {
  std::string_view table, column;
  std::vector<std::string> values;  ///< of a short closed list, in its order; empty: anything
  bool boolean = false;             ///< 0 or 1
};

/// All columns of annotations that people can amend, in order. Throws KnowledgeBaseError.
std::vector<ColumnChoices> column_choices(const KnowledgeBase& base);

}  // namespace attache
