// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/exchange/kinds.h"
#include "schema/fold.h"

namespace attache {

/// The control of the labelling interface that holds a column of a region: "organization_role".
inline std::string region_field(std::string_view table, std::string_view column) {
  return fold(kind_of_table(table)->label) + "_" + std::string(column);
}

/// The id of the region that shows a place of a row, both counted from 0. Label Studio keeps it,
/// but puts # and more behind it while it is at work.
inline std::string region_id(std::size_t row, std::size_t place) {
  return "a" + std::to_string(row) + "-" + std::to_string(place);
}

}  // namespace attache
