// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attache::reader {

/// The elements that an HTML parser has open, as its rules for implied end tags say. Where the
/// rules leave room this holds an element for open rather than for closed, so that the parser has
/// no more open than are counted here.
class OpenElements {
 public:
  std::size_t depth() const { return open_.size(); }
  bool has(std::string_view name) const { return count(name) > 0; }
  /// Closes what a start tag of this name implies; false where the parser passes the tag over.
  bool admits(std::string_view name);
  void open(const std::string& name);
  /// Closes by an end tag. False where the parser passes it over.
  bool close(std::string_view name);

 private:
  std::size_t count(std::string_view name) const;
  /// Place of the innermost element that one of `names` fits, above the innermost barrier; npos.
  template <class Fits, class Barrier>
  std::size_t find(const Fits& fits, const Barrier& barrier) const;
  void cut(std::size_t size);
  bool close_paragraph();
  void close_item(std::string_view first, std::string_view second);
  bool begin_in_table(std::string_view name);

  std::vector<std::string> open_;
  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace attache::reader
