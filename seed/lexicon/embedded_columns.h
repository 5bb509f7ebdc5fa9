// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "cmake/embedded_file.h"

namespace attache {

/// What the columns of the lexicon's files may hold, as the binary carries it:
/// seed/lexicon/columns/columns.csv.
std::span<const EmbeddedFile> embedded_columns();

}  // namespace attache
