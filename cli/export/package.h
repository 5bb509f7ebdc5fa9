// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/catalog.h"

namespace attache {

/// The datapackage.json (Frictionless Data Package 1.0) that describes the CSV files of the tables.
std::string package_text(const std::vector<StoredTable>& tables,
                         const std::vector<std::uint64_t>& rows, bool formulas_escaped);

}  // namespace attache
