// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/reference.h"

namespace attache {

/// Who decided on the row of that reference, when and why, and whether that is applied; nothing
/// where nobody has. Throws KnowledgeBaseError.
std::vector<Field> decision_fields(const KnowledgeBase& base, const std::string& reference);

}  // namespace attache
