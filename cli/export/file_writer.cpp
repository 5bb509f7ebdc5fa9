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

const FormatInfo* format_of_file(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  if (ending == ".md") return find_format("markdown");
  return ending.empty() ? nullptr : find_format(ending.substr(1));
}

}  // namespace attache
