// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "seed/read/format.h"

namespace attache {

/// A format that is known by bytes at a fixed place; nothing for ZIP files, which need a look
/// inside (format_zip.h), and for all that begins with text.
std::optional<Detected> detect_magic(std::string_view bytes);

}  // namespace attache
