// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// Which columns of a table (or fields of JSON objects) hold what. Of those that are not named the
/// one with a usual name is taken (metadata_keys.h); an empty name is none.
struct TableColumns {
  std::string text;  ///< must be named
  std::optional<std::string> id, title, country, date, language, source;
};

enum class TableKind { separated, json_lines };

/// A row that is a document, or why it is none.
struct TableDocument {
  std::size_t line = 0;      ///< on which it begins, counted from 1
  std::uint64_t number = 0;  ///< of the row, counted from 1
  std::string id;            ///< of one line, or empty
  std::string text;          ///< UTF-8
  Metadata said;             ///< country as it is written there
  std::string country_key;   ///< the column that said it
  std::string remark;        ///< what could not be used, or empty
  std::string error;         ///< not empty: why it can't be read
  bool blank = false;        ///< because its text is empty or missing
  std::string path;          ///< of a record whose text lies in a file, as it is written there
  std::string code;  ///< of a record that can't be read: which kind of error, see RecordError
  Encoding encoding = Encoding::utf8;
};

/// Up to `size` bytes of what comes next; 0 at the end. Throws ReadError.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

/// How long a row of a table, or a record, may be: its fields beside the text may be as long again.
std::size_t longest_row(const ReadOptions& options);

/// Words for a line that is longer.
std::string longer_than(std::size_t longest);

/// The bytes of a text, which must live as long.
ByteSource source_of_bytes(std::string_view bytes);

/// Hands over the rows of a table in their order until `sink` returns false; only the row under way
/// is in memory, and one larger than a document may be is told as an error. CSV, TSV and their like
/// begin with a header and are parted as it is; JSON has an object a line. Without a kind the first
/// character tells. An id that stood in an earlier row is an error of the later one. Throws
/// ReadError, without a name in front, where the whole can't be read: no such column, one JSON
/// array, a compressed file.
void read_table(const ByteSource& bytes, std::optional<TableKind> kind, const TableColumns& columns,
                const ReadOptions& options, const std::function<bool(TableDocument)>& sink);

/// Whether a file's name is that of a table (.csv, .tsv, .tab, .jsonl, .ndjson, .json), and of
/// which kind.
std::optional<TableKind> table_named(std::string_view name);

/// The columns of a table, or fields of its first object, by the beginning of its bytes; empty
/// where it shows none.
std::vector<std::string> columns_in(std::string_view head, std::optional<TableKind> kind);

}  // namespace attache
