// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <cstddef>
#include <unordered_set>
#include <vector>

namespace attache::reader {

/// Fields: between their beginning and their separator stands an instruction (`PAGEREF _Toc1 \h`,
/// and fields inside it), behind it what it came out as. One that never ends is taken for none, so
/// that no text is lost to it.
class DocxFields {
 public:
  /// Looks for the fields of a part that end.
  void scan(const pugi::xml_node& part);
  /// A <w:fldChar> of the text.
  void pass(const pugi::xml_node& mark);
  bool in_instruction() const { return instructions_ > 0; }

 private:
  std::unordered_set<std::size_t> endless_;
  std::vector<bool> open_;  ///< whether each is still in its instruction
  std::size_t instructions_ = 0;
};

}  // namespace attache::reader
