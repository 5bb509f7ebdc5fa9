// SPDX-License-Identifier: MIT
#include "seed/read/reader/docx_chunks.h"

#include <utility>

#include "seed/read/format.h"

namespace attache::reader {
namespace {

/// Documents inside documents inside documents are not opened.
constexpr int deepest = 2;

Extracted read_chunk(const DocxChunk& chunk, const Wish& wish, int depth) {
  const Detected detected = detect_format(chunk.bytes, chunk.name);
  switch (detected.format) {
    case Format::html: return read_html(chunk.bytes, wish);
    case Format::docx: return read_docx_inside(chunk.bytes, wish, depth + 1);
    case Format::odt: return read_odt(chunk.bytes);
    case Format::email: return read_email(chunk.bytes, wish);
    case Format::text:
    case Format::markdown: return {chunk.bytes, {}};
    default: throw FormatError("is not read: " + detected.what);
  }
}

}  // namespace

std::string text_of_chunk(const DocxChunk& chunk, const Wish& wish, int depth,
                          std::vector<std::string>& remarks) {
  if (chunk.bytes.empty()) {
    remarks.push_back("its part " + chunk.name + " is missing");
    return {};
  }
  if (depth >= deepest) {
    remarks.push_back("its part " + chunk.name + " is not read: it is nested too deeply");
    return {};
  }
  try {
    Extracted inside = read_chunk(chunk, wish, depth);
    for (std::string& remark : inside.remarks)
      remarks.push_back("its part " + chunk.name + ": " + remark);
    return std::move(inside.text);
  } catch (const FormatError& error) {
    remarks.push_back("its part " + chunk.name + " " + error.what());
    return {};
  }
}

}  // namespace attache::reader
