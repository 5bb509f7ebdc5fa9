// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache {

/// What the kernel enforces on attache-reader (reader/confinement.h).
struct ReaderConfinement {
  bool sanitized = false;  ///< built with a sanitizer, and so not confined
  bool seccomp = false;    ///< no system call but those of reading
  int landlock = 0;        ///< the version of Landlock's interface; 0 where there is none
};

/// Starts attache-reader once and asks it. Throws ReadError where it can't be started or does not
/// answer.
ReaderConfinement reader_confinement();

/// The same in words: "system calls by seccomp, files by Landlock 7".
std::string describe(const ReaderConfinement& confinement);

}  // namespace attache
