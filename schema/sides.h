// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

class KnowledgeBase;

/// Documents that are spoken of together: those of a period, of a country or region, or one.
struct ComparedSide {
  std::string name;                   ///< as it was given
  std::vector<FilterValues> filters;  ///< filters of documents
};

/// What `text` stands for, the first of these that it can be: a period (2005, 1990s, 1990..1999,
/// ..1989, 2005-06..2006), a country (code or name), a document (slug or path), a region (slug or
/// name), a country or region in a period (KEN:1990s). `period:`, `country:`, `document:` and
/// `region:` before it leave no choice. Throws SelectionError, which names the nearest, and
/// KnowledgeBaseError.
ComparedSide side_of(const KnowledgeBase& base, const std::string& text);

}  // namespace attache
