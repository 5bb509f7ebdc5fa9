// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "cli/commands/explain_stored.h"
#include "cli/session.h"
#include "seed/extract/examples.h"

namespace attache {

/// Prints what the engine has to say of a text, as people read it or as one JSON object on a line,
/// with what people decided on the rows. `findings`: people are told, too, what fired to no effect.
void print_explanation(Session& session, std::string_view text, const StoredExplanation& all,
                       bool json, bool findings);

/// A line for each example that does not give what it says, or one that all do. Gives the exit
/// code: 1 where one does not.
int print_examples(const ExampleRun& run, Session& session);

}  // namespace attache
