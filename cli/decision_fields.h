// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/reference.h"
#include "schema/review.h"

namespace attache {

/// A line that tells what was decided, by whom, when and why, and whether that is applied: "amended
/// by ana at 2026-11-29T10:00:00Z: role is member (was founder); why: see page 2".
std::string decision_words(const ReviewState& state);

/// Who decided on the row of that reference, when and why, and whether that is applied; nothing
/// where nobody has. Throws KnowledgeBaseError.
std::vector<Field> decision_fields(const KnowledgeBase& base, const std::string& reference);

}  // namespace attache
