// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "seed/read/document_table.h"

namespace attache {

/// The bytes of a table, piece by piece, without a byte-order mark; UTF-16 comes as UTF-8.
/// Encodings of one byte a character part fields and lines as ASCII does, and are left to the row.
class TableBytes {
 public:
  /// Reads the first piece. Throws ReadError.
  TableBytes(ByteSource source, Encoding encoding);

  /// The first piece: what tells kind and separator. Empty where the table is.
  std::string_view head() const { return piece_; }
  /// What the file's own first line says that fields are parted by (`sep=;`), which stands in no
  /// piece; nothing where it has none.
  std::optional<char> separator() const { return separator_; }
  /// The next piece; empty at the end. The one before is gone. Throws ReadError.
  std::string_view next();

 private:
  bool fill();
  std::string widened();

  ByteSource source_;
  std::optional<char> separator_;
  bool utf16_ = false;
  bool big_endian_ = false;
  std::string raw_;  ///< what came
  std::string odd_;  ///< UTF-16: the beginning of a character whose rest has not come
  std::string piece_;
};

}  // namespace attache
