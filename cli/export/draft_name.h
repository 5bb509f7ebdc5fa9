// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// A hidden name for a file that is being written, which nobody can foresee.
/// Throws OutputError where the system gives no random bytes.
std::string draft_name();

/// Whether draft_name() may have made the name.
bool is_draft_name(std::string_view name);

}  // namespace attache
