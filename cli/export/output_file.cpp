// SPDX-License-Identifier: MIT
#include "cli/export/output_file.h"

#include <filesystem>

#include "cli/error.h"
#include "cli/export/output_folder.h"
#include "cli/export/staged_file.h"

namespace attache {

std::string names_a_file(const std::string& path) {
  return path.empty() ? "names no file; give the path of one" : "";
}

void write_file(const OutputFileName& name, const std::function<void(Sink&)>& write) {
  const std::filesystem::path path(name.path);
  const std::string file = path.filename().string();
  if (file.empty() || file == "." || file == "..")
    throw UsageError("'" + name.path + "' names no file; give the path of one");
  const std::filesystem::path parent = path.parent_path();
  const OutputFolder folder(parent.empty() ? "." : parent);
  const Entry entry = folder.entry(file);
  if (entry == Entry::other)
    throw UsageError(name.path + " is there and is no file; give another name");
  if (entry == Entry::file && !name.replace)
    throw UsageError(name.path + " is there; give another name, or --force to replace it");
  folder.remove_stale_drafts();
  StagedFile staged(folder, file);
  write(staged.sink());
  staged.finish();
  staged.put_in_place(name.replace);
  folder.sync();
}

}  // namespace attache
