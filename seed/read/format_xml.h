// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "seed/read/format.h"

namespace attache {

/// What an XML file that is no HTML is, by its root; takes what stands behind its declaration and
/// comments. `declared`: it began with <?xml. Nothing where it is no XML known here.
std::optional<Detected> detect_xml(std::string_view content, bool declared);

}  // namespace attache
