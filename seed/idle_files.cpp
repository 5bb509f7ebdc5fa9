// SPDX-License-Identifier: MIT
#include "seed/idle_files.h"

#include <algorithm>

#include "seed/text/ascii.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

using ascii::lower_case;

std::vector<fs::path> entries_in(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

bool is_data(const fs::path& file) {
  const std::string ending = lower_case(file.extension().string());
  return ending == ".csv" || ending == ".toml";
}

bool holds_data(const fs::path& folder) {
  const auto entries = entries_in(folder);
  return std::any_of(entries.begin(), entries.end(), is_data);
}

/// One of the folders: what it is given by, and the ending of what is read of it.
class Folder {
 public:
  Folder(const fs::path& path, const std::string& option, const std::string& ending)
      : path_(path), option_(option), ending_(ending) {}

  void tell(bool is_both, std::vector<std::string>& lines) const {
    std::error_code error;
    for (const fs::path& entry : entries_in(path_)) {
      const bool frames = option_ == "--rules" && entry.filename() == "frames";
      if (fs::is_directory(entry, error)) {
        if (!frames && holds_data(entry) && !(is_both && entry.filename() == "frames"))
          lines.push_back(entry.string() + ": " + option_ + " does not look into this folder" +
                          (lower_case(entry.filename().string()) == "frames" && option_ == "--rules"
                               ? "; the one of frames is 'frames'"
                               : ""));
        continue;
      }
      if (is_data(entry) && entry.extension() != ending_ && !is_both) lines.push_back(told(entry));
      else if (is_both && is_data(entry) && entry.extension() != ".csv" &&
               entry.extension() != ".toml")
        lines.push_back(told(entry));
    }
  }

 private:
  std::string told(const fs::path& file) const {
    const std::string ending = file.extension().string();
    const std::string words = file.string() + ": is not read; ";
    if (lower_case(ending) == ending_) return words + "its name must end in " + ending_;
    return words + option_ + " takes files that end in " + ending_ +
           (option_ == "--rules" ? ", --lexicon those in .csv" : ", --rules those in .toml");
  }

  const fs::path& path_;
  std::string option_, ending_;
};

}  // namespace

std::vector<std::string> idle_files(const fs::path& lexicon, const fs::path& rules) {
  std::vector<std::string> lines;
  std::error_code error;
  const bool is_both = !lexicon.empty() && !rules.empty() && fs::equivalent(lexicon, rules, error);
  if (!lexicon.empty()) Folder(lexicon, "--lexicon", ".csv").tell(is_both, lines);
  if (rules.empty()) return lines;
  if (!is_both) Folder(rules, "--rules", ".toml").tell(false, lines);
  const fs::path frames = rules / "frames";
  if (fs::is_directory(frames, error)) Folder(frames, "--rules", ".toml").tell(false, lines);
  return lines;
}

}  // namespace attache
