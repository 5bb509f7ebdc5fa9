// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "tests/fault/plan.h"

/// What the preloaded library was told by its environment, and what is to become of each call.
///
///   FAULT_UNDER=DIR    only calls on files beneath DIR (an absolute path without links) count
///   FAULT_COUNT=FILE   an existing file of sizeof(Counters) bytes: calls by kind
///   FAULT_KIND, FAULT_HOW, FAULT_AT   the Nth call of a kind, from 1, and what happens to it
namespace fault {

enum class Fate { go_on, fail, half, half_then_die };

/// Whether an open file, or a path seen from the folder `directory`, lies beneath FAULT_UNDER.
bool beneath(int descriptor);
bool beneath(int directory, const char* path);

/// Counts a call; with `fail`, errno is set. Does not return where the process is to be killed.
Fate step(Kind kind);

[[noreturn]] void die();

/// The next library's function of this name.
void* next(const char* name);
template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(next(name));
}

/// Counts a call on an open file, where it counts; whether it is made to fail.
inline bool fails(Kind kind, int file) { return beneath(file) && step(kind) == Fate::fail; }

}  // namespace fault
