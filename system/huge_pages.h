// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>

namespace attache {

/// A copy of bytes that are read here and there, in memory that the kernel is asked to map by pages
/// of 2 MiB (MADV_HUGEPAGE), so that fewer reads wait for the address of a page. Where it does not
/// grant that, the copy is as any other memory. Moving it leaves the bytes where they are.
class HugePageCopy {
 public:
  /// Throws std::bad_alloc.
  explicit HugePageCopy(std::span<const std::byte> bytes);

  /// Aligned to 2 MiB.
  std::span<const std::byte> bytes() const { return {memory_.get(), size_}; }

 private:
  struct Free {
    void operator()(std::byte* memory) const noexcept { std::free(memory); }
  };
  std::unique_ptr<std::byte, Free> memory_;
  std::size_t size_;
};

}  // namespace attache
