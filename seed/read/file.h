// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "seed/read/read.h"

namespace attache {

/// The system's words for an error number, to stand inside a sentence: "permission denied".
std::string system_reason(int error);

/// Waits until something can be read, or the other side is gone. Throws ReadStopped, with `name`,
/// once `give_up` says so.
void await_input(int descriptor, const std::string& name, const GiveUp& give_up);

/// What is there of up to `size` bytes; 0 at the end. Throws ReadError, ReadStopped.
std::size_t read_some(int descriptor, char* buffer, std::size_t size, const std::string& name,
                      const GiveUp& give_up);

/// Reads an open descriptor to its end. Throws ReadError, with `name`, for a folder, a failure, or
/// more than `max_bytes`, which are refused as soon as they have come; ReadStopped.
std::string read_descriptor(int descriptor, const std::string& name, std::uint64_t max_bytes,
                            const GiveUp& give_up = nullptr);

/// Appends what comes until `bytes` is longer than `max_bytes`, which is refused, or at its end.
void read_on(int descriptor, std::string& bytes, const std::string& name, std::uint64_t max_bytes,
             const GiveUp& give_up);

}  // namespace attache
