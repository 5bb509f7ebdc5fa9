// SPDX-License-Identifier: MIT
#include "seed/read/manifest.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "seed/read/date.h"
#include "seed/read/decode.h"
#include "seed/read/metadata_keys.h"
#include "seed/read/table.h"
#include "seed/read/utf8.h"
#include "seed/read/zotero.h"
#include "seed/text/ascii.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

constexpr std::string_view usual_columns = "path, title, country, date, source, language";

[[noreturn]] void refuse(const std::string& name, std::size_t line, const std::string& what) {
  throw ReadError(name + ":" + std::to_string(line) + ": " + what);
}

/// What libcsv's callbacks fill. It does not count lines, so the bytes are fed to it line by line.
struct Collector {
  std::vector<TableRecord> records;
  TableRecord current;
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
  explicit Parser(char separator) {
    csv_init(&state, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    csv_set_delim(&state, static_cast<unsigned char>(separator));
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&state); }
};

std::vector<TableRecord> parse_records(std::string_view csv, const std::string& name) {
  Parser parser(separator_of(first_line(csv), [](const std::string& column) {
    return usual_role(column) == MetadataRole::path;
  }));
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

/// The columns with the roles that they have.
struct Header {
  std::vector<std::string> names;
  std::vector<std::optional<MetadataRole>> roles;
  std::optional<ZoteroColumns> zotero;
};

Header check_header(const TableRecord& record, const std::string& name) {
  Header header{record.fields, std::vector<std::optional<MetadataRole>>(record.fields.size()),
                zotero_columns(record.fields)};
  std::set<std::string> seen;
  for (const std::string& column : header.names)
    if (!seen.insert(column).second)
      refuse(name, record.line, "column '" + column + "' stands twice");
  for (const MetadataRole role : {MetadataRole::path, MetadataRole::title, MetadataRole::country,
                                  MetadataRole::date, MetadataRole::source, MetadataRole::language})
    if (const auto place = usually(role, header.names)) header.roles[*place] = role;
  if (!header.zotero && !usually(MetadataRole::path, header.names))
    refuse(name, record.line, "no column 'path' in the header");
  return header;
}

/// Each of what Zotero writes with semicolons between.
void add_each(Metadata& metadata, const std::string& column, std::string_view values) {
  for (const std::string& value : zotero_attachments(values))
    metadata.own.push_back({column, value});
}

void check_date(const std::string& value, const std::string& name, std::size_t line) {
  if (tells_nothing(value) || ascii::lower_case(on_one_line(value)) == "na") return;
  refuse(name, line,
         "date '" + value + "' is " +
             (is_outside_calendar(value) ? "no day of the calendar"
                                         : "not a date as 2005, 2005-09 or 2005-09-17"));
}

ManifestRow to_row(const TableRecord& record, const Header& header, const std::string& name) {
  if (record.fields.size() != header.names.size())
    refuse(name, record.line,
           counted(record.fields.size(), "field") + ", but the header has " +
               std::to_string(header.names.size()));
  ManifestRow row;
  row.line = record.line;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    if (header.zotero && i == header.zotero->attachments) continue;  // where they lie is no matter
    const std::string& value = record.fields[i];
    const auto role = header.roles[i];
    if (role == MetadataRole::path) row.path = value;
    else if (header.zotero && zotero_lists(header.names[i]))
      add_each(row.metadata, header.names[i], value);
    else if (!value.empty()) add_said(row.metadata, role, header.names[i], value);
    const bool must_be_told = role == MetadataRole::date && !header.zotero;
    if (must_be_told && row.metadata.date.empty()) check_date(value, name, record.line);
  }
  if (header.zotero && header.zotero->year && row.metadata.date.empty())
    row.metadata.date = iso_date(record.fields[*header.zotero->year]);
  if (!header.zotero && row.path.empty()) refuse(name, record.line, "no path");
  return row;
}

std::string normal(const std::filesystem::path& path) { return path.lexically_normal().string(); }

/// From the root on and without links, so that a path of either kind is known as the other.
std::string whole(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path from_root = std::filesystem::absolute(path, error);
  const std::filesystem::path real = std::filesystem::weakly_canonical(from_root, error);
  return error ? normal(from_root) : real.string();
}

}  // namespace

Manifest Manifest::parse(std::string_view csv, const std::string& name) {
  const std::size_t bad = find_invalid_utf8(csv);
  if (bad != std::string_view::npos)
    refuse(name,
           1 + static_cast<std::size_t>(
                   std::count(csv.begin(), csv.begin() + static_cast<std::ptrdiff_t>(bad), '\n')),
           "invalid UTF-8");
  if (csv.substr(0, 3) == "\xEF\xBB\xBF") csv.remove_prefix(3);
  const std::vector<TableRecord> records = parse_records(csv, name);
  if (records.empty())
    refuse(name, 1, "empty: the first line names the columns (" + std::string(usual_columns) + ")");
  const Header header = check_header(records.front(), name);
  Manifest manifest;
  manifest.name_ = name;
  manifest.folder_ = name == "-" ? "" : std::filesystem::path(name).parent_path().string();
  for (std::size_t i = 1; i < records.size(); ++i) {
    ManifestRow row = to_row(records[i], header, name);
    if (header.zotero) manifest.add_item(row, records[i].fields[header.zotero->attachments]);
    else manifest.add(std::move(row), name);
  }
  return manifest;
}

void Manifest::add(ManifestRow row, const std::string& name) {
  const auto [other, fresh] = index_.emplace(normal(row.path), rows_.size());
  if (!fresh)
    refuse(name, row.line,
           "path '" + row.path + "' stands on line " + std::to_string(rows_[other->second].line) +
               " too");
  // A relative path may start from the manifest's folder or where the program runs.
  files_.emplace(whole(std::filesystem::path(folder_) / row.path), rows_.size());
  files_.emplace(whole(row.path), rows_.size());
  rows_.push_back(std::move(row));
}

/// A file of two items is described by the first.
void Manifest::add_item(const ManifestRow& item, const std::string& attachments) {
  const std::vector<std::string> paths = zotero_attachments(attachments);
  if (paths.empty()) ++without_file_;
  for (const std::string& path : paths) {
    const auto file = std::filesystem::path(folder_) / path;
    if (!files_.emplace(whole(file), rows_.size()).second) continue;
    index_.emplace(normal(path), rows_.size());
    rows_.push_back(item);
    rows_.back().path = path;
  }
}

const ManifestRow* Manifest::find(const std::string& path) const {
  auto found = index_.find(normal(path));
  if (found == index_.end() && !folder_.empty())
    found = index_.find(normal(std::filesystem::path(path).lexically_relative(folder_)));
  if (found != index_.end()) return &rows_[found->second];
  const auto file = files_.find(whole(path));
  return file == files_.end() ? nullptr : &rows_[file->second];
}

Manifest read_manifest(const std::string& path, const GiveUp& give_up) {
  constexpr std::uint64_t most = 64u << 20;
  const std::string bytes = read_file(path, most, give_up);
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  return Manifest::parse(utf16 ? decode(bytes, path, {}).text : bytes, path);
}

}  // namespace attache
