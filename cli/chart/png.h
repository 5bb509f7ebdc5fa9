// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache {

/// A drawing as PNG, three pixels for each of its own, which is fit for print. It is made by a
/// program of its own, attache-draw, so that no other command pays for loading what draws. Throws
/// OutputError where that is missing or fails.
std::string png_of(const std::string& svg);

}  // namespace attache
