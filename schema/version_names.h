// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache {

/// By what a further version is known of what is known by `identity`: like no path, and like
/// nothing that is given. `label`, a date or a number, has no colon.
std::string version_identity(const std::string& identity, const std::string& label);

/// `slug` with a version's label behind it, no longer than a slug may be.
std::string version_slug(const std::string& slug, const std::string& label);

}  // namespace attache
