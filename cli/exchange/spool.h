// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string_view>

namespace attache {

/// Bytes that are needed later, in a file that has no name and is gone with this.
class Spool {
 public:
  /// Throws OutputError where there can be no such file.
  Spool();
  /// Throws OutputError.
  void append(std::string_view bytes);
  std::uint64_t size() const { return size_; }
  /// Hands over all of it in pieces. Throws OutputError.
  void read(const std::function<void(std::string_view)>& sink);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t size_ = 0;
};

}  // namespace attache
