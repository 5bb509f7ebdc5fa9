// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "cli/output/sink.h"

namespace attache {

/// What an option that names a file to write is asked for. Folders of the path are made where they
/// are missing.
struct OutputFileName {
  std::string path;
  bool replace = false;  ///< --force: a file of that name may be replaced
};

/// Writes one file: under a hidden name first, and renamed once it is whole, so that there is never
/// half of it. A link in its place is replaced, not followed. `write` appends the content; where it
/// throws, nothing is left behind. Throws UsageError where the path names no file or one that is
/// there, and OutputError.
void write_file(const OutputFileName& name, const std::function<void(Sink&)>& write);

}  // namespace attache
