// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "seed/read/descriptor.h"
#include "seed/read/read.h"

namespace attache {

/// Standard input, as it is taken in: a document in memory, an archive (or what may be one, as an
/// office file) in an unnamed file, so that memory does not grow with it.
struct TakenInput {
  std::string bytes;  ///< where there is no file
  Descriptor file;    ///< to be read from its beginning again
};

/// A file that comes through a pipe may be so many times as large as a document.
constexpr std::uint64_t spool_documents = 16;

/// Takes in what `descriptor` gives; no more than `max_bytes` of a document, and no more than
/// spool_documents times that of an archive. Throws ReadError without a name in front, ReadStopped.
TakenInput take_input(int descriptor, std::uint64_t max_bytes, const GiveUp& give_up);

}  // namespace attache
