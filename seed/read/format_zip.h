// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/read/format.h"

namespace attache {

/// What a ZIP file is, by the names of its members and the content of the first. Takes the whole
/// file, or its head and tail, where the list of names stands.
Detected detect_zip(std::string_view bytes);

}  // namespace attache
