// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache::reader {

/// The parts of a DOCX file that are read, found by its relationships; empty where it lacks one.
struct DocxPackage {
  std::string main_name;
  std::string main, numbering, styles, footnotes, endnotes, core;
};

/// Throws FormatError where it is damaged, encrypted, or no text document.
DocxPackage docx_package(std::string_view bytes);

}  // namespace attache::reader
