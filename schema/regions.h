// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "cmake/embedded_file.h"
#include "schema/tables.h"

namespace attache {

/// schema/regions.csv: slug, name and countries (alpha-3 codes between spaces) of each region.
std::span<const EmbeddedFile> embedded_regions();

/// A SELECT, in parentheses, of (slug, name, countries); `countries` is a JSON array. Alive for the
/// whole run.
std::string_view regions_sql();

/// The filter by the region that a document's country lies in.
FilterInfo region_filter();

}  // namespace attache
