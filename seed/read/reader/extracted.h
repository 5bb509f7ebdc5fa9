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
  KeptText kept = {};                     ///< by readers that leave out what can be seen
  std::vector<std::string> remarks = {};  ///< what the user is told of the reading, a line each
};

/// How a document is to be read.
struct Wish {
  std::string charset;           ///< an iconv name, or empty: the document's own
  bool keep_all = false;         ///< `keep-all`: all that is visible
  bool replace_invalid = false;  ///< `replace-invalid`: U+FFFD for bytes of no character
  bool undeclared = false;       ///< `undeclared`: what it names is no charset, as if it named none
};

/// The charset that is wished for, or else that of the byte-order mark, of the first <meta
/// charset>, UTF-8, windows-1252, in that order.
Extracted read_html(std::string_view bytes, const Wish& wish);
Extracted read_pdf(std::string_view bytes);
Extracted read_docx(std::string_view bytes, const Wish& wish);
Extracted read_odt(std::string_view bytes);
Extracted read_epub(std::string_view bytes, const Wish& wish);
Extracted read_tei(std::string_view bytes, const Wish& wish);
/// An e-mail message, or a saved web page of that form.
Extracted read_email(std::string_view bytes, const Wish& wish);

/// Answers requests until the input ends (protocol.h, `documents`).
int serve_documents();

/// Streams an archive on standard input (protocol.h, `archive`).
int stream_archive(std::uint64_t max_bytes, std::uint64_t max_ratio, std::uint64_t max_entries);

}  // namespace attache::reader
