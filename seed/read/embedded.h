// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "cmake/embedded_file.h"

namespace attache {

/// The words by which a title is judged, as the binary carries them.
std::span<const EmbeddedFile> embedded_title_words();

}  // namespace attache
