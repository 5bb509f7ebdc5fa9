// SPDX-License-Identifier: MIT
#pragma once

#include "cmake/embedded_file.h"

namespace attache {

/// The numbered migrations of this folder, in the order of their names.
std::span<const EmbeddedFile> embedded_migrations();

}  // namespace attache
