// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <system_error>

namespace attache {

/// The result of a system call that is made again where a signal broke it off: a signal that
/// nobody waits for is no failure.
template <typename Call>
auto retried(Call call) -> decltype(call()) {
  while (true) {
    const auto result = call();
    if (result != -1 || errno != EINTR) return result;
  }
}

/// The same for a call of the library's, which says in `error` how it went.
template <typename Call>
auto retried(const std::error_code& error, Call call) -> decltype(call()) {
  while (true) {
    auto result = call();
    if (error != std::errc::interrupted) return result;
  }
}

}  // namespace attache
