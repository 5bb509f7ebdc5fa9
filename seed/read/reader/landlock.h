// SPDX-License-Identifier: MIT
#pragma once

#include "seed/read/reader/confinement.h"

namespace attache::reader {

/// Takes from this process by Landlock every file but those the task reads later, TCP, and signals
/// and abstract sockets to processes outside, as far as the kernel knows them. The version of the
/// kernel's interface, or 0 where nothing was taken.
int restrict_files(Task task);

}  // namespace attache::reader
