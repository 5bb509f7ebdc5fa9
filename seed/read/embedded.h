// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "cmake/embedded_file.h"

namespace attache {

/// The lists of words by which titles, lines and boxes are judged, as the binary carries them.
std::span<const EmbeddedFile> embedded_read_words();

}  // namespace attache
