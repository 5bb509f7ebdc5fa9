// SPDX-License-Identifier: MIT
#pragma once

#include "cmake/embedded_file.h"

namespace attache {

/// The style sheet of pages, style.css.
std::span<const EmbeddedFile> embedded_report_files();

}  // namespace attache
