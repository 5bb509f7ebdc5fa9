// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "schema/catalog.h"

namespace attache {

/// Columns that are not stored but belong to the rows of a table for whoever reads them, those that
/// are cut out of texts last; and those of the table that are given in another form. Without
/// descriptions.
std::vector<StoredColumn> added_columns(std::string_view table);

}  // namespace attache
