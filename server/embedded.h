// SPDX-License-Identifier: MIT
#pragma once

#include "cmake/embedded_file.h"

namespace attache {

/// The numbered migrations of schema/postgresql, in the order of their names.
std::span<const EmbeddedFile> embedded_server_migrations();

}  // namespace attache
