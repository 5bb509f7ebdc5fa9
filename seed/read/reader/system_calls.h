// SPDX-License-Identifier: MIT
#pragma once

#include "seed/read/reader/confinement.h"

namespace attache::reader {

/// From now on the kernel refuses this process every system call but those that reading needs:
/// EPERM, so that a library that only tries one goes on without it; a call by another
/// architecture's numbers kills. Files can be opened, to read, only where `files_restricted` says
/// that Landlock decides which; the filter sees no paths. False where the kernel has no seccomp.
bool refuse_system_calls(Task task, bool files_restricted);

}  // namespace attache::reader
