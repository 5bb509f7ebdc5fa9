// SPDX-License-Identifier: MIT
#pragma once

namespace attache::reader {

/// What a process is about to do, and so what it keeps.
enum class Task {
  documents,  ///< reads standard input, writes standard output, reads poppler's tables
  archive,    ///< reads and seeks in standard input, writes standard output
};

/// What the kernel enforces from now on.
struct Confinement {
  bool sanitized = false;  ///< built with a sanitizer, which needs what is taken: nothing is
  bool seccomp = false;    ///< system calls that are not needed fail with EPERM
  int landlock = 0;        ///< the version of Landlock's interface; 0 where the kernel has none
};

/// The descriptor that attache keeps open from its side for as long as it lives (process.h).
constexpr int life_descriptor = 3;

/// Gives up all that the task does not need, for good, before a byte of a document is read: other
/// descriptors, other files, writing, network, other programs and processes, capabilities, more
/// memory. The process is killed as soon as attache is gone. Where the kernel lacks a part, the
/// others hold; where it lacks Landlock, no file can be opened at all.
///
/// What a library loads late (character sets) has to be loaded before.
Confinement confine(Task task);

/// Gives the next document or entry its processor time, within what the whole process may take.
void allow_time();

}  // namespace attache::reader
