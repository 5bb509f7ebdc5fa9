// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <unordered_set>

#include "seed/read/reader/html_summary.h"

namespace attache::reader {

/// Where a page has its text.
struct PageParts {
  const GumboNode* body = nullptr;    ///< <body>, or the root of a page without one
  const GumboNode* region = nullptr;  ///< what holds the text
  bool marked = false;  ///< the page itself says so: <main>, role=main, the one <article>
  const GumboNode* title = nullptr;  ///< the heading of the text, or null
  /// The region, the title, and all that is around them.
  std::unordered_set<const GumboNode*> core;
  /// All that is around the region.
  std::unordered_set<const GumboNode*> around;
  /// What stands between a title above the region and the region.
  std::unordered_set<const GumboNode*> between;
  /// All before the title or the first sentences of the region, and behind the last ones.
  std::unordered_set<const GumboNode*> before, after;
  /// All in the region that nothing hides or sets apart.
  std::unordered_set<const GumboNode*> inside;
};

/// Finds them in one pass for each part, linear in the page.
///
/// The region is <main>, an element with role=main or the one <article>, if at least half of the
/// page's sentences are in it; else the innermost box that has seven tenths of them. The title is
/// the first <h1> of a marked region, else of the page, outside <nav>, <aside> and <footer>; in a
/// page without <h1> the first <h2>.
PageParts parts_of(const GumboNode& root, const Summaries& summaries);

/// Elements that HTML itself sets apart from the text: <nav>, <aside>, <footer> and what has their
/// roles.
bool is_set_apart(const GumboNode& element);

}  // namespace attache::reader
