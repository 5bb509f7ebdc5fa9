// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace attache {

class KnowledgeBase;

/// A table of the user's own that a query may join.
struct LentTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< one cell for each column
};

/// Makes the table known to this connection, and to nobody else: nothing is written to the file. A
/// column of numbers alone holds numbers, an empty cell is NULL. Throws SelectionError where the
/// name is one of the knowledge base's own or is lent already, or two columns have one name;
/// KnowledgeBaseError.
void lend(const KnowledgeBase& base, const LentTable& table);

}  // namespace attache
