// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// A UUID of version 5 (RFC 4122, by SHA-1) in the namespace of URLs, of `attache:` and the name:
/// the same name has the same one in every export, on every machine.
std::string stable_guid(std::string_view name);

}  // namespace attache
