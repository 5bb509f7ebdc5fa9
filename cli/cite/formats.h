// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/cite/cited.h"

namespace attache {

/// A way to write citations down.
struct CiteFormat {
  std::string_view name;
  std::string_view help;
  std::string (*write)(std::span<const Cited> all);
};

/// All of them, the default first.
std::span<const CiteFormat> cite_formats();

}  // namespace attache
