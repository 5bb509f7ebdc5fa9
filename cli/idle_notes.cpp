// SPDX-License-Identifier: MIT
#include "cli/idle_notes.h"

#include "seed/idle_files.h"

namespace attache {

void tell_idle_files(const std::string& lexicon, const std::string& rules, const Session& session) {
  for (const std::string& line : idle_files(lexicon, rules)) session.note(line);
}

}  // namespace attache
