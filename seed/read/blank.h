// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// There is nothing to read in what was given.
class BlankError : public ReadError {
 public:
  using ReadError::ReadError;
};

/// Whether a text of UTF-8 shows nothing: white space, control characters and characters without
/// width alone.
bool is_blank(std::string_view text);

/// Throws BlankError, which says that `name` is empty or holds nothing that can be seen.
void refuse_blank(std::string_view text, const std::string& name);

}  // namespace attache
