// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// The keys of a YAML mapping with their values, in its order: a list has an entry for each value,
/// a key inside another is written with a dot between. What is null has no entry. An alias stands
/// for the scalar that it names. Nothing where `yaml` is no mapping of plain keys, is nested deeper
/// than 16 levels, or aliases make more than 64 KiB of it. Takes time in proportion to its length.
std::optional<std::vector<MetadataEntry>> yaml_entries(std::string_view yaml);

}  // namespace attache
