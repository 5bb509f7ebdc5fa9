// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_parse.h"

#include <cstdlib>
#include <new>
#include <utility>

#include "seed/read/reader/extracted.h"

namespace attache::reader {

HtmlPage::HtmlPage(std::string source) : source_(std::move(source)), blocks_{&blocks_, &blocks_} {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = this;
  output_ = gumbo_parse_with_options(&options, source_.data(), source_.size());
}

HtmlPage::~HtmlPage() {
  while (blocks_.after != &blocks_) release(this, blocks_.after + 1);
}

void* HtmlPage::allocate(void* page, std::size_t size) {
  Block& ring = static_cast<HtmlPage*>(page)->blocks_;
  void* memory = std::malloc(sizeof(Block) + size);
  if (memory == nullptr) std::_Exit(1);  // gumbo goes on with null; attache names the document
  Block* block = new (memory) Block{&ring, ring.after};
  ring.after->before = block;
  ring.after = block;
  return block + 1;
}

void HtmlPage::release(void*, void* memory) {
  if (memory == nullptr) return;
  Block* block = static_cast<Block*>(memory) - 1;
  block->before->after = block->after;
  block->after->before = block->before;
  std::free(block);
}

}  // namespace attache::reader
