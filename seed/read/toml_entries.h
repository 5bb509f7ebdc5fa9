// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// The keys of a TOML document with their values, in its order: an array has an entry for each
/// value, a key inside a table is written with a dot between. Nothing where `toml` is none.
std::optional<std::vector<MetadataEntry>> toml_entries(std::string_view toml);

}  // namespace attache
