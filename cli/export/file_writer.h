// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "cli/export/output_file.h"
#include "cli/output/format.h"

namespace attache {

/// Writes rows to a file instead of standard output. The file is made with the first row, or the
/// end of none, and has its name once all rows are in it. Throws as NewFile does.
class FileWriter : public RowWriter {
 public:
  /// `told` gets the number of rows at the end. Throws UsageError as refuse_early()
  /// does, before anything is done whose rows would be lost.
  FileWriter(OutputFileName name, KeptFiles kept, const FormatInfo& format, OutputOptions options,
             std::function<void(std::uint64_t)> told);

  void begin(std::span<const ColumnInfo> columns) override;
  void row(std::span<const Cell> cells) override;
  void end() override;

 private:
  OutputFileName name_;
  KeptFiles kept_;
  const FormatInfo& format_;
  OutputOptions options_;
  std::function<void(std::uint64_t)> told_;
  std::uint64_t rows_ = 0;
  std::optional<NewFile> file_;
  std::unique_ptr<RowWriter> writer_;
};

/// The format that the ending of a file's name asks for (.csv, .XLSX, .md and the like), or nullptr
/// where it says none. Throws UsageError where it says one that rows are not written in (.pdf).
const FormatInfo* format_of_file(const std::string& path);

}  // namespace attache
