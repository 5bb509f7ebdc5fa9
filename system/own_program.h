// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>

namespace attache {

/// Where a program of ours is that does part of the work: beside the running one (build tree), else
/// in ../libexec/attache from there (installed). Empty where it is missing.
std::string own_program(const std::string& name);

/// Starts it with a socket as standard input, our environment and no voice. Gives 0 and
/// its id, or what the system says.
int start_own_program(const std::string& program, int socket, pid_t& pid);

}  // namespace attache
