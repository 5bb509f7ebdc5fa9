// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/session.h"

namespace attache {

/// Tells, unless --quiet, what in the folders of --lexicon and --rules is not read and looks as if
/// it should be. The folders are empty where none was given.
void tell_idle_files(const std::string& lexicon, const std::string& rules, const Session& session);

}  // namespace attache
