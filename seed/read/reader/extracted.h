// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "seed/read/read.h"

/// The readers that attache-reader holds, one for each format. All run in the reader's process.
namespace attache::reader {

/// Why a document can't be read, as the end of a sentence that begins with its name.
class FormatError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Extracted {
  std::string text;  ///< UTF-8; paragraphs apart by an empty line
  Metadata metadata;
};

/// `charset` is an iconv name, or empty: then byte-order mark, <meta charset>, UTF-8, windows-1252
/// in that order.
Extracted read_html(std::string_view bytes, const std::string& charset);
Extracted read_pdf(std::string_view bytes);
Extracted read_docx(std::string_view bytes);
Extracted read_odt(std::string_view bytes);

/// Answers requests until the input ends (protocol.h, `documents`).
int serve_documents();

/// Streams an archive on standard input (protocol.h, `archive`).
int stream_archive(std::uint64_t max_bytes, std::uint64_t max_ratio, std::uint64_t max_entries);

}  // namespace attache::reader
