// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "schema/reference.h"
#include "seed/engine.h"

namespace attache {

/// What the engine has to say of a stored row or sentence, out of all that it says of the stored
/// text of its document. A place that the engine would not find today keeps the rule that it was
/// stored with, and no more. Of a document it is everything.
Explanation explain_stored(const Engine& engine, const Referred& referred, std::string_view text);

}  // namespace attache
