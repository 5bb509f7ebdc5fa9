// SPDX-License-Identifier: MIT
#include "cli/export/output_file.h"

#include <fcntl.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "cli/error.h"
#include "cli/export/output_folder.h"
#include "cli/export/staged_file.h"

namespace attache {

std::string names_a_file(const std::string& path) {
  return path.empty() ? "names no file; give the path of one" : "";
}

bool is_file(const OutputFileName& file) { return !file.path.empty() && file.path != "-"; }

std::string lower_ending(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return ending;
}

void refuse_other_format(const std::string& path, const std::vector<std::string_view>& endings,
                         const std::string& what) {
  constexpr std::string_view formats[] = {
      ".csv",  ".tsv", ".json", ".ndjson",  ".jsonl",   ".md",      ".markdown", ".txt",
      ".html", ".htm", ".xml",  ".svg",     ".png",     ".jpg",     ".jpeg",     ".gif",
      ".webp", ".pdf", ".ps",   ".eps",     ".docx",    ".odt",     ".xls",      ".xlsx",
      ".ods",  ".zip", ".gz",   ".db",      ".sqlite",  ".graphml", ".gexf",     ".gml",
      ".dot",  ".gv",  ".net",  ".parquet", ".feather", ".rds",     ".dta",      ".sav"};
  const std::string ending = lower_ending(path);
  const auto is_ending = [&](std::string_view one) { return one == ending; };
  if (std::any_of(endings.begin(), endings.end(), is_ending) ||
      std::none_of(std::begin(formats), std::end(formats), is_ending))
    return;
  std::string right;
  for (const std::string_view one : endings)
    right += (right.empty() ? "" : one == endings.back() ? " or " : ", ") + std::string(one);
  throw UsageError(path + ": " + what + "; give a name that ends in " + right);
}

namespace {

[[noreturn]] void refuse_taken(const std::string& path) {
  throw UsageError(path + " is there; give another name, or --force to replace it");
}

/// The name in the file's folder, once it may be written there.
std::string free_name(const OutputFileName& name, const OutputFolder& folder) {
  const std::string file = std::filesystem::path(name.path).filename().string();
  const Entry entry = folder.entry(file);
  if (entry == Entry::other)
    throw UsageError(name.path + " is there and is no file; give another name");
  if (entry == Entry::file && !name.replace) refuse_taken(name.path);
  folder.remove_stale_drafts();
  return file;
}

std::filesystem::path folder_of(const OutputFileName& name) {
  const std::filesystem::path path(name.path);
  const std::string file = path.filename().string();
  if (file.empty() || file == "." || file == "..")
    throw UsageError("'" + name.path + "' names no file; give the path of one");
  return path.parent_path().empty() ? std::filesystem::path(".") : path.parent_path();
}

}  // namespace

void refuse_early(const OutputFileName& name, const KeptFiles& kept) {
  kept.refuse(AT_FDCWD, name.path, name.path);
  std::error_code error;
  const auto status = std::filesystem::symlink_status(name.path, error);
  const bool file = std::filesystem::is_regular_file(status) || std::filesystem::is_symlink(status);
  if (file && !name.replace) refuse_taken(name.path);
  const OutputFolder folder(folder_of(name), kept, name.folder);
}

NewFile::NewFile(const OutputFileName& name, const KeptFiles& kept)
    : replace_(name.replace),
      folder_(folder_of(name), kept, name.folder),
      staged_(folder_, free_name(name, folder_)) {}

void NewFile::finish() {
  staged_.finish();
  staged_.put_in_place(replace_);
  folder_.sync();
}

void write_file(const OutputFileName& name, const KeptFiles& kept,
                const std::function<void(Sink&)>& write) {
  NewFile file(name, kept);
  write(file.sink());
  file.finish();
}

}  // namespace attache
