// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace attache::reader {

/// What has to be known of a page's source before its tags are handed on one by one.
struct HtmlOutline {
  /// Byte offsets of the start tags whose elements have to be closed, and are not. Browsers take
  /// the rest of the page for their contents; here such a tag says nothing.
  std::unordered_set<std::size_t> unclosed;
  /// Contents of <script type="application/ld+json">.
  std::vector<std::string_view> linked_data;
};

/// One pass over the page, linear in its size.
HtmlOutline outline_of(std::string_view page);

}  // namespace attache::reader
