// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/session.h"

namespace attache {

/// Puts a question to who sits at the terminal, and waits for yes or no. Throws UsageError with
/// `advice` where nobody can answer, and Interrupted with `refused` where the answer is not yes.
void confirm(Session& session, const std::string& question, const std::string& advice,
             const std::string& refused);

}  // namespace attache
