// SPDX-License-Identifier: MIT
#pragma once

#include "cmake/embedded_file.h"

namespace attache {

std::span<const EmbeddedFile>
embedded_documents();  ///< seed/documents: the bundled text and documents.csv
std::span<const EmbeddedFile> embedded_lexicon();  ///< seed/lexicon/*.csv
std::span<const EmbeddedFile> embedded_rules();    ///< seed/rules/*.toml
std::span<const EmbeddedFile> embedded_frames();  ///< seed/frames/*.toml
std::span<const EmbeddedFile> embedded_syntax();   ///< seed/syntax/english.model

}  // namespace attache
