// SPDX-License-Identifier: MIT
#include "seed/read/document_table.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_set>
#include <utility>

#include "seed/read/blank.h"
#include "seed/read/bounded_lines.h"
#include "seed/read/decode.h"
#include "seed/read/encoding.h"
#include "seed/read/format.h"
#include "seed/read/json_fields.h"
#include "seed/read/metadata_keys.h"
#include "seed/read/table.h"
#include "seed/read/table_bytes.h"
#include "seed/read/table_row.h"
#include "seed/text/ascii.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

/// Numbers the rows, tells ids that come twice, and hands over.
class Rows {
 public:
  Rows(const TableColumns& columns, const ReadOptions& options,
       const std::function<bool(TableDocument)>& sink)
      : columns_(columns), options_(options), sink_(sink) {}

  /// Fields in UTF-8 or not; the encoding is told from all of them together.
  bool take(std::size_t line, std::vector<MetadataEntry> fields, std::string text, bool has_text) {
    TableDocument row;
    row.line = line;
    row.number = ++number_;
    row.text = std::move(text);
    if (!has_text) row.error = "no text in '" + columns_.text + "'";
    else if (is_blank(row.text)) row.error = "the text in '" + columns_.text + "' is empty";
    row.blank = !row.error.empty();
    describe_row(row, std::move(fields), columns_);
    if (row.error.empty() && !row.id.empty() && !ids_.insert(hash_(row.id)).second)
      row.error = "the id '" + row.id + "' stands in an earlier row, too";
    row.encoding = encoding_;
    return hand_over(std::move(row));
  }
  bool fail(std::size_t line, const std::string& what) {
    TableDocument row;
    row.line = line;
    row.number = ++number_;
    row.error = what;
    return hand_over(std::move(row));
  }

  /// `bytes` in UTF-8. Once a file has shown UTF-8 beyond ASCII, no row of it is guessed to be
  /// something else. Throws ReadError.
  std::string decoded(std::string bytes, const std::string& name) {
    if (is_ascii(bytes) && bytes.find('\0') == std::string::npos) return bytes;
    ReadOptions options = options_;
    if (options.encoding == Encoding::utf16) options.encoding = Encoding::utf8;
    if (options.encoding == Encoding::automatic && encoding_seen_) options.encoding = encoding_;
    Decoded decoded = decode(bytes, name, options);
    encoding_ = decoded.encoding;
    encoding_seen_ = true;
    return std::move(decoded.text);
  }

 private:
  static bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  }
  bool hand_over(TableDocument row) { return sink_(std::move(row)); }

  const TableColumns& columns_;
  const ReadOptions& options_;
  const std::function<bool(TableDocument)>& sink_;
  std::uint64_t number_ = 0;
  std::unordered_set<std::size_t> ids_;  ///< as hashes: there may be millions
  std::hash<std::string> hash_;
  Encoding encoding_ = Encoding::utf8;
  bool encoding_seen_ = false;
};

/// A header and records.
class Separated {
 public:
  Separated(const TableBytes& bytes, const TableColumns& columns, const ReadOptions& options,
            Rows& rows)
      : columns_(columns),
        rows_(rows),
        reader_(bytes.separator().value_or(
                    separator_of(first_line(bytes.head()),
                                 [&](const std::string& name) {
                                   return place_of_column(columns.text, {name}).has_value();
                                 })),
                longest_row(options),
                {[this](TableRecord record) { return take(std::move(record)); },
                 [this](std::size_t line, const std::string& what) {
                   return rows_.fail(line, what);
                 }}) {}

  bool feed(std::string_view bytes) { return reader_.feed(bytes); }
  void finish() { reader_.finish(); }

 private:
  bool take(TableRecord record) {
    if (header_.empty()) return take_header(std::move(record));
    if (record.fields.size() != header_.size())
      return rows_.fail(record.line, counted(record.fields.size(), "field") +
                                         ", but the header has " + std::to_string(header_.size()));
    try {
      return take_row(record);
    } catch (const ReadError& error) {
      return rows_.fail(record.line, error.what());
    }
  }

  bool take_row(TableRecord& record) {
    std::vector<MetadataEntry> fields;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      std::string value = rows_.decoded(std::move(record.fields[i]), "column '" + header_[i] + "'");
      if (i == text_) record.fields[i] = std::move(value);
      else if (!value.empty()) fields.push_back({header_[i], std::move(value)});
    }
    return rows_.take(record.line, std::move(fields), std::move(record.fields[text_]), true);
  }

  bool take_header(TableRecord record) {
    for (std::string& name : record.fields) name = rows_.decoded(std::move(name), "the header");
    header_ = std::move(record.fields);
    text_ = column_named(columns_.text, header_);
    check_columns(columns_, header_);
    return true;
  }

  const TableColumns& columns_;
  Rows& rows_;
  std::vector<std::string> header_;
  std::size_t text_ = 0;
  TableReader reader_;
};

/// An object a line.
class JsonLines {
 public:
  JsonLines(const TableColumns& columns, const ReadOptions& options, Rows& rows)
      : columns_(columns),
        rows_(rows),
        longest_(longest_row(options)),
        lines_(longest_, [this](BoundedLine line) { return take(std::move(line)); }) {}

  bool feed(std::string_view bytes) { return lines_.feed(bytes); }
  void finish() { lines_.finish(); }

 private:
  bool take(BoundedLine line) {
    if (line.too_long) return rows_.fail(line.number, longer_than(longest_));
    try {
      return take(line.number, rows_.decoded(std::move(line.bytes), "the line"));
    } catch (const ReadError& error) {
      return rows_.fail(line.number, error.what());
    }
  }

  bool take(std::size_t number, std::string_view line) {
    if (number == 1) refuse_other_json(line);
    JsonFields fields = json_fields(line, columns_.text);
    if (!fields.error.empty()) return rows_.fail(number, fields.error);
    return rows_.take(number, std::move(fields.entries), std::move(fields.text), fields.has_text);
  }

  static void refuse_other_json(std::string_view line) {
    const std::string bare = on_one_line(line.substr(0, 80));
    if (bare.starts_with("["))
      throw NoTable("is one JSON array; write an object a line, as jq -c '.[]' does");
    if (bare == "{")
      throw NoTable("has an object on several lines; write one a line, as jq -c . does");
  }

  const TableColumns& columns_;
  Rows& rows_;
  const std::size_t longest_;
  BoundedLines lines_;
};

TableKind kind_of(std::string_view head) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && (head[first] == '{' || head[first] == '[');
  return json ? TableKind::json_lines : TableKind::separated;
}

template <class Table>
void pump(Table& table, TableBytes& bytes) {
  for (std::string_view chunk = bytes.head(); !chunk.empty(); chunk = bytes.next())
    if (!table.feed(chunk)) return;
  table.finish();
}

}  // namespace

std::size_t longest_row(const ReadOptions& options) {
  return static_cast<std::size_t>(options.max_bytes) + (std::size_t{1} << 20);
}

std::string longer_than(std::size_t longest) {
  return "longer than " + counted(longest, "byte") + ": say --max-document-size to allow more";
}

ByteSource source_of_bytes(std::string_view bytes) {
  return [bytes](char* buffer, std::size_t size) mutable {
    const std::size_t taken = std::min(size, bytes.size());
    std::memcpy(buffer, bytes.data(), taken);
    bytes.remove_prefix(taken);
    return taken;
  };
}

void read_table(const ByteSource& source, std::optional<TableKind> kind,
                const TableColumns& columns, const ReadOptions& options,
                const std::function<bool(TableDocument)>& sink) {
  TableBytes bytes(source, options.encoding);
  if (begins_as_archive(bytes.head())) throw ReadError("is compressed; unpack it first");
  Rows rows(columns, options, sink);
  try {
    if (kind.value_or(kind_of(bytes.head())) == TableKind::json_lines) {
      JsonLines table(columns, options, rows);
      pump(table, bytes);
    } else {
      Separated table(bytes, columns, options, rows);
      pump(table, bytes);
    }
  } catch (const NoTable& error) {
    throw ReadError(error.what());
  }
}

std::optional<TableKind> table_named(std::string_view name) {
  constexpr std::array<std::string_view, 3> separated = {".csv", ".tsv", ".tab"};
  constexpr std::array<std::string_view, 3> json = {".jsonl", ".ndjson", ".json"};
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.size() - dot > 8) return std::nullopt;
  const std::string ending = ascii::lower_case(name.substr(dot));
  const auto among = [&](const auto& endings) {
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
  };
  if (among(separated)) return TableKind::separated;
  return among(json) ? std::optional(TableKind::json_lines) : std::nullopt;
}

std::vector<std::string> columns_in(std::string_view head, std::optional<TableKind> kind) {
  TableBytes bytes(source_of_bytes(head), Encoding::automatic);
  const std::string_view line = first_line(bytes.head());
  if (kind.value_or(kind_of(bytes.head())) == TableKind::separated) {
    const char separator =
        bytes.separator().value_or(separator_of(line, [](const std::string&) { return false; }));
    return fields_of_line(line, separator);
  }
  std::vector<std::string> names;
  for (MetadataEntry& entry : json_fields(line, {}).entries)
    if (std::find(names.begin(), names.end(), entry.key) == names.end() && names.size() < 50)
      names.push_back(std::move(entry.key));
  return names;
}

}  // namespace attache
