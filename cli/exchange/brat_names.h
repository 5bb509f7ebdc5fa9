// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exchange/kinds.h"

namespace attache {

/// Values of columns as brat can write them: letters, digits, hyphens and underscores. Those that
/// have others get a name, which is kept for the way back.
class BratNames {
 public:
  /// The columns that brat can hold: those with closed lists, codes or slugs, no free text.
  /// Throws KnowledgeBaseError.
  explicit BratNames(const KnowledgeBase& base);

  /// Whether annotations of the table carry the column.
  static bool carries(std::string_view column);
  /// The name for a value, which is remembered as one of the column's.
  std::string name(const std::string& column, const std::string& value);

  /// annotation.conf: the kinds of annotations, and for each attribute the values that it can have.
  std::string configuration() const;
  /// Of each column the names that are not the value itself, as JSON: {"actor":{"a_b":"a b"}}.
  std::string others() const;

 private:
  struct Names {
    std::vector<std::string> kinds;             ///< labels of the annotations that carry it
    std::map<std::string, std::string> names;   ///< of each value
    std::map<std::string, std::string> values;  ///< of each name
    bool boolean = false;
  };
  std::vector<std::string> order_;
  std::map<std::string, Names> columns_;
};

}  // namespace attache
