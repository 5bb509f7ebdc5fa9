// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

#include "seed/read/document_table.h"

namespace attache {

/// What can be wrong with a record, in words that programs know.
namespace record_error {
inline constexpr std::string_view line_too_long = "line-too-long";
inline constexpr std::string_view invalid_utf8 = "invalid-utf-8";
inline constexpr std::string_view invalid_json = "invalid-json";
inline constexpr std::string_view no_text = "no-text";  ///< neither text nor path, or an empty text
inline constexpr std::string_view text_and_path = "text-and-path";
inline constexpr std::string_view path_refused = "path-refused";
inline constexpr std::string_view unreadable = "unreadable";  ///< the file, or the text as one
inline constexpr std::string_view time_limit = "time-limit";
inline constexpr std::string_view out_of_memory = "out-of-memory";
}  // namespace record_error

/// How records are read.
struct RecordOptions {
  TableColumns columns;
  bool paths = true;                                  ///< a record may name a file
  std::uint64_t max_bytes = ReadOptions().max_bytes;  ///< of a document
  bool replace_invalid = false;
};

/// Hands over the records of a stream in their order until `sink` returns false: JSON objects in
/// UTF-8, one a line, each with a text or with the path of a file. What becomes of a record does
/// not depend on the others, so that a stream may be cut between any two: a byte-order mark may
/// stand before each, ids are not compared, and an array is told line by line. What can't be used
/// is told as an error, with a code and, as far as it could be read, the id. Only the record under
/// way is in memory. A line comes as soon as it is whole. Throws ReadError, without a name in
/// front, for compressed bytes.
void read_records(const ByteSource& bytes, const RecordOptions& options,
                  const std::function<bool(TableDocument)>& sink);

/// The bytes of the file that a record names. Throws ReadError for what is no regular file, or too
/// large; never waits for a pipe.
std::string read_named_file(const std::string& path, std::uint64_t max_bytes);

}  // namespace attache
