// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// Reads the `key: value` lines between two lines of `---` at the beginning (a byte-order mark may
/// precede them) into `metadata`, as own_metadata() understands them. Other keys are passed over. Returns the byte offset at which the document proper begins; 0 where there is
/// no front matter.
std::size_t read_front_matter(std::string_view text, Metadata& metadata);

}  // namespace attache
