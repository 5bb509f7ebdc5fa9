// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "seed/read/walk.h"

namespace attache {

/// The name of what a single compressed file holds: `speech.txt.gz!speech.txt`.
std::string name_inside(const std::string& path);

/// Puts the document inside in place of the bytes of a single compressed file (gzip, xz, bzip2,
/// zstd) and true; false for all other bytes, a compressed tar archive among them, which stay as
/// they are. Throws ReadError, with `name` in front where there is one, for a file that is damaged,
/// takes too long or unpacks to more than the options allow; ReadStopped.
bool unpack_compressed(std::string& bytes, const WalkOptions& options,
                       const std::string& name = {});

}  // namespace attache
