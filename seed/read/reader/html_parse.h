// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string>

namespace attache::reader {

/// A page as gumbo's tree. The tree's memory is kept in a list and freed from it: gumbo's own
/// destructor goes down the tree by recursion, and ends the process where a page is nested deep.
class HtmlPage {
 public:
  explicit HtmlPage(std::string source);
  HtmlPage(const HtmlPage&) = delete;
  HtmlPage& operator=(const HtmlPage&) = delete;
  ~HtmlPage();
  const GumboNode& root() const { return *output_->root; }

 private:
  struct alignas(std::max_align_t) Block {
    Block* before;
    Block* after;
  };
  static void* allocate(void* page, std::size_t size);
  static void release(void* page, void* memory);

  std::string source_;  ///< into which the tree points
  Block blocks_;        ///< the ring's beginning
  GumboOutput* output_ = nullptr;
};

}  // namespace attache::reader
