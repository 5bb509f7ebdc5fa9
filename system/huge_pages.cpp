// SPDX-License-Identifier: MIT
#include "system/huge_pages.h"

#include <sys/mman.h>

#include <cstring>
#include <new>

namespace attache {

HugePageCopy::HugePageCopy(std::span<const std::byte> bytes) : size_(bytes.size()) {
  constexpr std::size_t page = std::size_t{2} << 20U;
  const std::size_t whole = (size_ + page - 1) / page * page;
  if (whole == 0) return;
  memory_.reset(static_cast<std::byte*>(std::aligned_alloc(page, whole)));
  if (!memory_) throw std::bad_alloc();
  // Advice: where the kernel takes none, nothing is lost.
  static_cast<void>(madvise(memory_.get(), whole, MADV_HUGEPAGE));
  std::memcpy(memory_.get(), bytes.data(), size_);
}

}  // namespace attache
