// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace attache {

/// The system's words for an error number, to stand inside a sentence: "permission denied".
std::string system_reason(int error);

/// Reads an open descriptor to its end. Throws ReadError, with `name`, for a folder, a failure, or
/// more than `max_bytes`.
std::string read_descriptor(int descriptor, const std::string& name, std::uint64_t max_bytes);

}  // namespace attache
