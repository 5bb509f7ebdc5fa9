// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <unordered_map>

namespace attache::reader {

/// What stands at or below an element, as far as it decides how the element is read.
struct Summary {
  std::size_t text = 0;   ///< bytes that are shown, without white space
  std::size_t prose = 0;  ///< those of them inside paragraphs
  bool titled = false;    ///< holds or is the page's title, its main part or an article
  bool lays_out = false;  ///< holds blocks or long prose, as tables do that lay a page out
};

/// The summaries of all elements of a tree, found in one pass, so that boxes inside boxes are not
/// looked through again for each of them.
class Summaries {
 public:
  explicit Summaries(const GumboNode& root);
  const Summary& of(const GumboNode& element) const { return all_.at(&element); }

 private:
  std::unordered_map<const GumboNode*, Summary> all_;
};

}  // namespace attache::reader
