// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <istream>
#include <string>

namespace attache {

/// Where a file's name comes from. `named`: the user gave it, so that a link is followed and a pipe
/// read to its end. `inside`: it lies in a folder that others had, so that it must be a plain file
/// and no link, and is never waited for.
enum class Given { named, inside };

/// Queries and tables, in bytes.
inline constexpr std::uint64_t most_given = std::uint64_t{64} << 20U;
/// What comes back from other programs.
inline constexpr std::uint64_t most_returned = std::uint64_t{1} << 30U;

/// The bytes of a file, or its error: a folder, a read that fails, or more than `most` bytes, which
/// are not read to their end. Throws ReadError, one line with the name.
std::string read_given(const std::string& path, std::uint64_t most, Given given);
/// The same of a stream; `name` is for the message.
std::string read_given(std::istream& in, std::uint64_t most, const std::string& name);

}  // namespace attache
