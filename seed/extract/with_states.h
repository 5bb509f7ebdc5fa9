// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "seed/extract/extract.h"

namespace attache {

/// What a document gives, and where its states may be named.
struct RowsWithStates {
  DocumentRows rows;
  /// Indexes, rising, of the sentences that may name a state, themselves or in what stands before
  /// them: no other does.
  std::vector<std::uint32_t> may_name_states;
};

/// As extract().
RowsWithStates extract_with_states(std::string_view text, const DocumentContext& context,
                                   const Knowledge& knowledge);

}  // namespace attache
