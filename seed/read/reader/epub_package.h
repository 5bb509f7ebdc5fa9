// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "seed/read/read.h"

namespace attache::reader {

/// What the package document of an EPUB book says.
struct EpubPackage {
  Metadata metadata;
  std::vector<std::string> chapters;  ///< members with text, in the order of reading
};

/// Throws FormatError where the book is damaged or protected against reading.
EpubPackage epub_package(std::string_view bytes);

}  // namespace attache::reader
