// SPDX-License-Identifier: MIT
#include "seed/read/document_records.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "seed/read/blank.h"
#include "seed/read/bounded_lines.h"
#include "seed/read/decode.h"
#include "seed/read/descriptor.h"
#include "seed/read/file.h"
#include "seed/read/format.h"
#include "seed/read/json_fields.h"
#include "seed/read/metadata_keys.h"
#include "seed/read/path_text.h"
#include "seed/read/table_row.h"
#include "seed/read/utf8.h"
#include "system/retried.h"

namespace attache {
namespace {

constexpr std::size_t chunk = 1u << 16;
constexpr std::string_view path_field = "path";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void refuse(TableDocument& row, std::string_view code, std::string reason) {
  row.code = code;
  row.error = std::move(reason);
}

/// A line with U+FFFD for what is not UTF-8.
std::string replaced(const std::string& line) {
  ReadOptions options;
  options.encoding = Encoding::utf8;
  options.replace_invalid = true;
  return decode(line, "the line", options).text;
}

class Records {
 public:
  Records(const RecordOptions& options, const std::function<bool(TableDocument)>& sink)
      : options_(options), sink_(sink), longest_(longest()) {}

  std::size_t longest_line() const { return longest_; }

  bool take(BoundedLine line) const {
    TableDocument row;
    row.line = line.number;
    row.encoding = Encoding::utf8;
    if (line.bytes.starts_with(byte_order_mark)) line.bytes.erase(0, byte_order_mark.size());
    if (line.bytes.find_first_not_of(" \t\r") == std::string::npos) return true;
    read(row, line);
    return sink_(std::move(row));
  }

 private:
  std::size_t longest() const {
    ReadOptions read;
    read.max_bytes = options_.max_bytes;
    return longest_row(read);
  }

  void read(TableDocument& row, BoundedLine& line) const {
    if (line.too_long) {
      describe(row, json_fields(replaced_where_due(line.bytes), options_.columns.text));
      return refuse(row, record_error::line_too_long, longer_than(longest_));
    }
    const std::size_t invalid = find_invalid_utf8(line.bytes);
    const std::size_t nul = line.bytes.find('\0');
    if (invalid != std::string::npos) line.bytes = replaced_where_due(line.bytes);
    if (nul == std::string::npos) fill(row, line.bytes);
    if (invalid != std::string::npos && !options_.replace_invalid)
      refuse(row, record_error::invalid_utf8, "invalid UTF-8 at byte " + std::to_string(invalid));
    else if (nul != std::string::npos)
      refuse(row, record_error::invalid_json,
             "is broken JSON: a NUL stands at byte " + std::to_string(nul));
  }

  /// What has a NUL is no JSON, whatever else it holds.
  static std::string replaced_where_due(const std::string& line) {
    const bool due = find_invalid_utf8(line) != std::string::npos;
    return due && line.find('\0') == std::string::npos ? replaced(line) : line;
  }

  void fill(TableDocument& row, const std::string& line) const {
    JsonFields fields = json_fields(line, options_.columns.text);
    std::string text = std::move(fields.text);
    const std::string error = std::move(fields.error);
    const bool one_path = take_path(row, fields);
    const std::string nul = without_nul(fields);
    describe(row, std::move(fields));
    if (!error.empty()) return refuse(row, record_error::invalid_json, hinted(error, line));
    if (!nul.empty())
      return refuse(row, record_error::invalid_json, "a NUL (\\u0000) stands in '" + nul + "'");
    if (!one_path) return refuse(row, record_error::unreadable, "names more than one path");
    choose(row, std::move(text));
  }

  /// A text or a path, of which an empty one is none.
  void choose(TableDocument& row, std::string text) const {
    const std::string& field = options_.columns.text;
    if (!text.empty() && !row.path.empty())
      return refuse(row, record_error::text_and_path,
                    "has both a text in '" + field + "' and a path; leave one out");
    if (row.path.empty() && is_blank(text))
      return refuse(row, record_error::no_text,
                    text.empty() ? "has neither a text in '" + field + "' nor a path"
                                 : "the text in '" + field + "' is empty");
    if (!row.path.empty() && !options_.paths)
      return refuse(row, record_error::path_refused,
                    "names a file, and --no-paths lets records name none");
    row.text = std::move(text);
  }

  /// Returns false where there are several.
  static bool take_path(TableDocument& row, JsonFields& fields) {
    bool one = true;
    for (const MetadataEntry& entry : fields.entries) {
      if (entry.key != path_field || entry.value.empty()) continue;
      one = one && row.path.empty();
      row.path = entry.value;
    }
    std::erase_if(fields.entries, [](const MetadataEntry& e) { return e.key == path_field; });
    return one;
  }

  /// Takes out what holds a NUL, which no other program would read back, and gives the first one's
  /// key; empty where there is none.
  static std::string without_nul(JsonFields& fields) {
    const auto has_nul = [](const MetadataEntry& e) {
      return e.key.find('\0') != std::string::npos || e.value.find('\0') != std::string::npos;
    };
    const auto first = std::ranges::find_if(fields.entries, has_nul);
    if (first == fields.entries.end()) return {};
    std::string key = first->key.substr(0, first->key.find('\0'));
    std::erase_if(fields.entries, has_nul);
    return key.empty() ? "a key" : key;
  }

  /// What it says of itself, also where it breaks off: the id may stand before that. With a text it
  /// is as a row of JSON lines, with a path as a row of a manifest, where what is empty is not
  /// said.
  void describe(TableDocument& row, JsonFields fields) const {
    if (!row.path.empty())
      std::erase_if(fields.entries, [](const MetadataEntry& e) { return e.value.empty(); });
    describe_row(row, std::move(fields.entries), options_.columns);
  }

  static std::string hinted(const std::string& error, const std::string& line) {
    const std::string bare = on_one_line(std::string_view(line).substr(0, 80));
    if (bare.starts_with("[")) return error + "; write an object a line, as jq -c '.[]' does";
    if (bare == "{") return error + "; write each object on one line, as jq -c . does";
    return error;
  }

  const RecordOptions& options_;
  const std::function<bool(TableDocument)>& sink_;
  const std::size_t longest_;
};

}  // namespace

void read_records(const ByteSource& bytes, const RecordOptions& options,
                  const std::function<bool(TableDocument)>& sink) {
  const Records records(options, sink);
  BoundedLines lines(records.longest_line(),
                     [&](BoundedLine line) { return records.take(std::move(line)); });
  std::string buffer(chunk, '\0');
  for (bool first = true;; first = false) {
    const std::size_t got = bytes(buffer.data(), buffer.size());
    if (got == 0) break;
    const std::string_view piece(buffer.data(), got);
    if (first && begins_as_archive(piece)) throw ReadError("is compressed; unpack it first");
    if (!lines.feed(piece)) return;
  }
  lines.finish();
}

std::string read_named_file(const std::string& path, std::uint64_t max_bytes) {
  const Descriptor file(
      retried([&] { return open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); }));
  const std::string name = path_text(path);
  if (!file) throw ReadError(name + ": " + system_reason(errno));
  struct stat status {};
  if (fstat(file.get(), &status) != 0) throw ReadError(name + ": " + system_reason(errno));
  if (S_ISDIR(status.st_mode)) throw ReadError(name + ": is a folder; a record names one file");
  if (!S_ISREG(status.st_mode)) throw ReadError(name + ": is no regular file");
  return read_descriptor(file.get(), name, max_bytes);
}

}  // namespace attache
