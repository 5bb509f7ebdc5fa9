// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "schema/reference.h"
#include "schema/review.h"
#include "seed/engine.h"

namespace attache {

/// A stored row that people decided on.
struct DecidedRow {
  ReviewState state;
  Referred row;
};

/// What the engine has to say of a text, and what people decided on its rows.
struct StoredExplanation {
  Explanation explanation;
  std::map<std::size_t, ReviewState> decided;  ///< by the number of the row, from 0
};

/// What the engine has to say of a stored row or sentence, out of all that it says of the stored
/// text of its document. A place that the engine would not find today keeps the rule that it was
/// stored with, and no more. Of a document it is everything. `decided_rows` are those of its
/// document.
StoredExplanation explain_stored(const Engine& engine, const Referred& referred,
                                 std::string_view text, std::string_view media_type,
                                 const std::vector<DecidedRow>& decided_rows);

}  // namespace attache
