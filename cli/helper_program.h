// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <string_view>

#include "seed/read/descriptor.h"

namespace attache {

/// Where a program of ours is that does part of the work: beside the running one (build tree), else
/// in ../libexec/attache from there (installed). Empty where it is missing.
std::string helper_program(const std::string& name);

/// Starts it with the two as standard input and output, no environment and no voice. Gives 0 and
/// its id, or what the system says.
int start_helper(const std::string& program, const Descriptor& input, const Descriptor& output,
                 pid_t& pid);

/// Waits for its end; whether it was done well.
bool ended_well(pid_t pid);

/// A file in memory, or nothing where the system has none: no pipe that could fill up on either
/// side.
Descriptor file_in_memory(const char* name);

/// What a program of ours wrote to such a file, from its beginning wherever the file stands, in
/// pieces. Gives 0, or what the system says: ENODATA where it wrote nothing, since what each of
/// them makes has at least a head.
int read_made(const Descriptor& made, const std::function<void(std::string_view)>& sink);

}  // namespace attache
