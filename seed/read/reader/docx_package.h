// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace attache::reader {

/// A document that stands in another one as a part of its package.
struct DocxChunk {
  std::string name;
  std::string bytes;  ///< empty where it is missing
};

/// The parts of a DOCX file that are read, found by its relationships; empty where it lacks one.
struct DocxPackage {
  std::string main_name;
  std::string main, numbering, styles, footnotes, endnotes, core;
  std::map<std::string, DocxChunk> chunks;      ///< by the ids of their relationships
  std::map<std::string, std::string> drawings;  ///< data of diagrams, and charts, by the same
};

/// Throws FormatError where it is damaged, encrypted, or no text document.
DocxPackage docx_package(std::string_view bytes);

}  // namespace attache::reader
