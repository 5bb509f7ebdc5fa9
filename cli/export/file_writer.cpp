// SPDX-License-Identifier: MIT
#include "cli/export/file_writer.h"

#include <filesystem>

namespace attache {

FileWriter::FileWriter(OutputFileName name, KeptFiles kept, const FormatInfo& format,
                       OutputOptions options, std::function<void(std::uint64_t)> told)
    : name_(std::move(name)),
      kept_(std::move(kept)),
      format_(format),
      options_(std::move(options)),
      told_(std::move(told)) {
  refuse_early(name_, kept_);
}

void FileWriter::begin(std::span<const ColumnInfo> columns) {
  file_.emplace(name_, kept_);
  writer_ = format_.make(file_->sink(), options_);
  writer_->begin(columns);
}

void FileWriter::row(std::span<const Cell> cells) {
  writer_->row(cells);
  ++rows_;
}

void FileWriter::end() {
  writer_->end();
  file_->finish();
  told_(rows_);
}

namespace {

/// The endings of files that hold rows, and their formats.
constexpr std::pair<std::string_view, std::string_view> endings[] = {
    {".csv", "csv"},      {".tsv", "tsv"},          {".json", "json"}, {".ndjson", "ndjson"},
    {".xlsx", "xlsx"},    {".md", "markdown"},      {".tab", "tsv"},   {".txt", "tsv"},
    {".jsonl", "ndjson"}, {".markdown", "markdown"}};

}  // namespace

const FormatInfo* format_of_file(const std::string& path) {
  const std::string given = lower_ending(path);
  for (const auto& [ending, format] : endings)
    if (ending == given) return find_format(format);
  std::vector<std::string_view> known;
  for (const auto& [ending, format] : endings) known.push_back(ending);
  refuse_other_format(path, known, "rows are not written in that format");
  return nullptr;
}

}  // namespace attache
