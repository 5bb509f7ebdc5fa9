// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/copied_rows.h"

namespace attache {

/// Of which of a document's rows, and which of their columns, its digest is made.
struct DigestedPart {
  std::string_view table;
  std::vector<std::string_view> columns;  ///< the first is the id
  /// Those from here on came with a later schema: where they hold nothing they add nothing, so
  /// that rows that hold none, as those made before, go on having their digest.
  std::size_t later;
  /// Columns of a later schema, in a part of their own: of rows that hold any of them. The name of
  /// the table stands before each row.
  bool supplement = false;
};

/// In the order in which they are digested. Ids are among the columns: they are what citations and
/// other programs hold on to.
std::span<const DigestedPart> digested_parts();

/// The digest that DocumentDigests makes of rows that are stored, of rows in memory: all of a
/// document, by table.
class RowsDigest {
 public:
  explicit RowsDigest(const std::vector<CopiedRows>& tables);
  std::string of(const std::vector<CopiedRows>& tables) const;

 private:
  struct Part {
    const DigestedPart* part;
    std::size_t table;
    std::vector<std::size_t> columns;
  };
  std::vector<Part> parts_;
};

}  // namespace attache
