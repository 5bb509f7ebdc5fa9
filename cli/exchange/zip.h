// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "cli/helper_stream.h"

namespace attache {

/// A ZIP archive in the making, by a process of its own (attache-pack): loading the library that
/// knows the format takes half as long again as a query.
class Zip {
 public:
  /// Throws OutputError where the program is missing or can't be started.
  Zip();

  /// Begins a file of so many bytes, which append() then brings. Names have no line ends. Throws
  /// OutputError.
  void begin(std::string_view name, std::uint64_t size);
  void append(std::string_view bytes);
  /// The whole archive; nothing can be added behind it. Throws OutputError.
  void write(Sink& sink);

 private:
  HelperStream packer_;
};

}  // namespace attache
