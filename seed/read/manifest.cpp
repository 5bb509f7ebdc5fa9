// SPDX-License-Identifier: MIT
#include "seed/read/manifest.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "seed/read/date.h"
#include "seed/read/utf8.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 6> known = {"path", "title",  "country",
                                                   "date", "source", "language"};

struct Record {
  std::vector<std::string> fields;
  std::size_t line = 0;  ///< on which it begins
};

/// What libcsv's callbacks fill. It does not count lines, so the bytes are fed to it line by line.
struct Collector {
  std::vector<Record> records;
  Record current;
  std::size_t line = 1;

  static void field(void* bytes, std::size_t size, void* self) {
    auto& collector = *static_cast<Collector*>(self);
    if (collector.current.fields.empty()) collector.current.line = collector.line;
    collector.current.fields.emplace_back(static_cast<const char*>(bytes), size);
  }
  static void record(int, void* self) {
    auto& collector = *static_cast<Collector*>(self);
    collector.records.push_back(std::move(collector.current));
    collector.current = {};
  }
};

/// Frees libcsv's parser.
struct Parser {
  csv_parser state{};
  Parser() { csv_init(&state, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&state); }
};

[[noreturn]] void refuse(const std::string& name, std::size_t line, const std::string& what) {
  throw ReadError(name + ":" + std::to_string(line) + ": " + what);
}

std::vector<Record> parse_records(std::string_view csv, const std::string& name) {
  Parser parser;
  Collector collector;
  std::size_t opened = 1;  // the line on which the field that is open now may have begun
  for (std::size_t at = 0; at < csv.size(); ++collector.line) {
    const std::size_t end = std::min(csv.find('\n', at), csv.size() - 1) + 1;
    if (collector.current.fields.empty()) opened = collector.line;
    if (csv_parse(&parser.state, csv.data() + at, end - at, Collector::field, Collector::record,
                  &collector) != end - at)
      refuse(name, collector.line,
             "a quotation mark inside a field: double it, and quote the whole field");
    at = end;
  }
  if (csv_fini(&parser.state, Collector::field, Collector::record, &collector) != 0)
    refuse(name, opened, "a quoted field that begins here or below never ends");
  return std::move(collector.records);
}

std::string joined() {
  std::string list;
  for (const std::string_view column : known)
    list += (list.empty() ? "" : ", ") + std::string(column);
  return list;
}

std::vector<std::string> check_header(const Record& header, const std::string& name) {
  std::set<std::string> seen;
  for (const std::string& column : header.fields) {
    if (std::find(known.begin(), known.end(), column) == known.end())
      refuse(name, header.line, "no column '" + column + "': the columns are " + joined());
    if (!seen.insert(column).second)
      refuse(name, header.line, "column '" + column + "' stands twice");
  }
  if (seen.count("path") == 0) refuse(name, header.line, "no column 'path' in the header");
  return header.fields;
}

ManifestRow to_row(const Record& record, const std::vector<std::string>& columns,
                   const std::string& name) {
  if (record.fields.size() != columns.size())
    refuse(name, record.line,
           std::to_string(record.fields.size()) + " fields, but the header has " +
               std::to_string(columns.size()));
  ManifestRow row;
  row.line = record.line;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& value = record.fields[i];
    if (columns[i] == "path") row.path = value;
    if (columns[i] == "title") row.metadata.title = value;
    if (columns[i] == "country") row.metadata.country = value;
    if (columns[i] == "date") row.metadata.date = value;
    if (columns[i] == "source") row.metadata.source = value;
    if (columns[i] == "language") row.metadata.language = value;
  }
  if (row.path.empty()) refuse(name, record.line, "no path");
  if (!row.metadata.date.empty() && !is_iso_date(row.metadata.date))
    refuse(name, record.line,
           "date '" + row.metadata.date + "' is not a date as 2005, 2005-09 or 2005-09-17");
  return row;
}

std::string normal(const std::filesystem::path& path) { return path.lexically_normal().string(); }

}  // namespace

Manifest Manifest::parse(std::string_view csv, const std::string& name) {
  const std::size_t bad = find_invalid_utf8(csv);
  if (bad != std::string_view::npos)
    refuse(name,
           1 + static_cast<std::size_t>(
                   std::count(csv.begin(), csv.begin() + static_cast<std::ptrdiff_t>(bad), '\n')),
           "invalid UTF-8");
  if (csv.substr(0, 3) == "\xEF\xBB\xBF") csv.remove_prefix(3);
  const std::vector<Record> records = parse_records(csv, name);
  if (records.empty())
    refuse(name, 1, "empty: the first line names the columns (" + joined() + ")");
  const std::vector<std::string> columns = check_header(records.front(), name);
  Manifest manifest;
  manifest.folder_ = name == "-" ? "" : std::filesystem::path(name).parent_path().string();
  for (std::size_t i = 1; i < records.size(); ++i) {
    ManifestRow row = to_row(records[i], columns, name);
    const auto [other, fresh] = manifest.index_.emplace(normal(row.path), manifest.rows_.size());
    if (!fresh)
      refuse(name, row.line,
             "path '" + row.path + "' stands on line " +
                 std::to_string(manifest.rows_[other->second].line) + " too");
    manifest.rows_.push_back(std::move(row));
  }
  return manifest;
}

const ManifestRow* Manifest::find(const std::string& path) const {
  auto found = index_.find(normal(path));
  if (found == index_.end() && !folder_.empty())
    found = index_.find(normal(std::filesystem::path(path).lexically_relative(folder_)));
  return found == index_.end() ? nullptr : &rows_[found->second];
}

Manifest read_manifest(const std::string& path) {
  constexpr std::uint64_t most = 64u << 20;
  return Manifest::parse(read_file(path, most), path);
}

}  // namespace attache
