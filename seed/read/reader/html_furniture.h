// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include "seed/read/reader/html_parts.h"
#include "seed/read/reader/html_summary.h"

namespace attache::reader {

/// Where the writer stands.
struct PagePlace {
  bool in_region = false;
  bool in_article = false;   ///< <main>, <article>, <section>: their <header> belongs to the text
  bool in_data = false;      ///< inside a row of a data table
  bool in_labelled = false;  ///< inside a box of links that a label names as part of the text
};

/// Tells what is navigation, a banner, a form, a notice or a bar of links from the text, by the
/// elements a page is made of and by what part of a box is links; docs/reading.md has the rules.
class Furniture {
 public:
  Furniture(const PageParts& parts, const Summaries& summaries);

  bool is_furniture(const GumboNode& element, const PagePlace& place) const;
  /// Whether an element is a box of links with a label of its own.
  bool is_labelled(const GumboNode& element, const PagePlace& place) const;

 private:
  bool is_apart(const GumboNode& element, const Summary& box, const PagePlace& place) const;
  bool is_notice(const GumboNode& element, const Summary& box, const PagePlace& place) const;
  bool is_bar(const GumboNode& element, const Summary& box, const PagePlace& place) const;
  bool is_link_cell(const GumboNode& element, const Summary& box) const;
  bool is_of_text(const GumboNode& element, const Summary& box, const PagePlace& place) const;
  bool is_skip_link(const GumboNode& element, const Summary& box, const PagePlace& place) const;
  bool holds_all(const Summary& box) const { return page_.prose > 0 && box.prose == page_.prose; }
  bool holds_most(const Summary& box) const {
    return page_.prose > 0 && box.prose * 2 >= page_.prose;
  }

  const PageParts& parts_;
  const Summaries& summaries_;
  const Summary& page_;
};

}  // namespace attache::reader
