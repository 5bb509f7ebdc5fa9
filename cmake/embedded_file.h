// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace attache {

/// A file that the binary carries inside.
struct EmbeddedFile {
  std::string_view name;   ///< file name without folder
  std::string_view bytes;  ///< alive for the whole run
};

}  // namespace attache
