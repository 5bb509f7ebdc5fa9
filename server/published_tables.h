// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace attache {

/// A table whose rows belong to one document each.
struct DocumentTable {
  std::string_view name;
  std::string_view rows;  ///< SQL behind FROM that gives the rows `t` of document ?1 in their order
  std::string_view erase;  ///< PostgreSQL's DELETE of those of the documents $1
};

/// In the order in which they are filled; `documents` last, since others are erased by its spans.
std::span<const DocumentTable> document_tables();

/// A table that documents share. It is published as a whole where anything of it changed.
struct SharedTable {
  std::string_view name;
  std::string_view order;  ///< the order of its rows in the file, which PostgreSQL keeps in `place`
};

std::span<const SharedTable> shared_tables();

}  // namespace attache
