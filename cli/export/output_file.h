// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/export/output_folder.h"
#include "cli/export/staged_file.h"
#include "cli/output/sink.h"

namespace attache {

/// What an option that names a file to write is asked for.
struct OutputFileName {
  std::string path;
  bool replace = false;               ///< --force: a file of that name may be replaced
  Missing folder = Missing::refused;  ///< made where it was named as the folder for such files
};

/// What is wrong with a path that an option was given, for CLI11's check; empty where nothing is.
std::string names_a_file(const std::string& path);

/// Whether a file is named, and not standard output (-).
bool is_file(const OutputFileName& file);

/// The ending of a path in lower case, ".svg"; empty where it has none.
std::string lower_ending(const std::string& path);

/// Refuses a path whose ending is that of another format than the one that is written: `endings`
/// are the right ones, and `what` says what is written, e.g. "a page is HTML". Endings that are no
/// format's pass. Throws UsageError.
void refuse_other_format(const std::string& path, const std::vector<std::string_view>& endings,
                         const std::string& what);

/// What can be told before the content is there: throws UsageError where the path is one of `kept`,
/// is there and may not be replaced, or is in a folder that is not there.
void refuse_early(const OutputFileName& name, const KeptFiles& kept);

/// A file in the making: under a hidden name first, and renamed once it is whole, so that there is
/// never half of it. A link in its place is replaced, not followed. What is not finished leaves
/// nothing behind.
class NewFile {
 public:
  /// Throws UsageError where the path names no file, one that is there, one of `kept` or one in a
  /// folder that is not there, and OutputError.
  NewFile(const OutputFileName& name, const KeptFiles& kept);
  Sink& sink() { return staged_.sink(); }
  /// Throws OutputError.
  void finish();

 private:
  bool replace_;
  OutputFolder folder_;
  StagedFile staged_;
};

/// Writes one file: under a hidden name first, and renamed once it is whole, so that there is never
/// half of it. A link in its place is replaced, not followed. `write` appends the content; where it
/// throws, nothing is left behind. Throws as NewFile does.
void write_file(const OutputFileName& name, const KeptFiles& kept,
                const std::function<void(Sink&)>& write);

}  // namespace attache
