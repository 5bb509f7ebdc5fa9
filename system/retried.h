// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>

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

}  // namespace attache
