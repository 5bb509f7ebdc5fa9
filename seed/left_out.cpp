// SPDX-License-Identifier: MIT
#include "seed/left_out.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "seed/corpora.h"
#include "seed/read/document_table.h"
#include "seed/read/format_table.h"
#include "seed/read/path_text.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_lines = 1000;

// Of programming languages and style sheets; text in any of them is not what a document says.
constexpr std::array<std::string_view, 38> scripts = {
    ".py",  ".pyc", ".ipynb", ".sh",  ".bash", ".zsh", ".fish",  ".bat",  ".cmd",  ".ps1",
    ".js",  ".mjs", ".cjs",   ".ts",  ".jsx",  ".tsx", ".css",   ".scss", ".less", ".r",
    ".rb",  ".pl",  ".pm",    ".php", ".lua",  ".sql", ".java",  ".c",    ".h",    ".cc",
    ".cpp", ".hpp", ".cs",    ".go",  ".rs",   ".kt",  ".swift", ".awk"};

// Of vim, emacs, patch, word processors and hands.
constexpr std::array<std::string_view, 6> backups = {".bak",  ".swp", ".swo",
                                                     ".orig", ".old", ".rej"};

constexpr std::array<std::string_view, 5> singular = {"table", "script", "backup", "manifest",
                                                      "hidden"};
constexpr std::array<std::string_view, 5> plural = {"tables", "scripts", "backups", "manifests",
                                                    "hidden"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& endings, const std::string& ending) {
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

}  // namespace

std::optional<Stray> stray_named(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of("/!") + 1);
  if (name.empty()) return std::nullopt;
  const bool locked = name.substr(0, 2) == "~$" || name.substr(0, 2) == ".~";
  const bool autosaved = name.size() > 1 && name.front() == '#' && name.back() == '#';
  if (name.back() == '~' || locked || autosaved) return Stray::backup;
  if (table_named(name)) return Stray::table;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string ending = ascii::lower_case(name.substr(dot));
  if (among(backups, ending)) return Stray::backup;
  return among(scripts, ending) ? std::optional(Stray::script) : std::nullopt;
}

namespace {

/// Whether a file's content is surely a table, whatever its name.
bool holds_table(const std::string& path) {
  if (!begins_as_table(head_of(path))) return false;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(bytes_of_table, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  return !columns_of_table(bytes).empty();
}

}  // namespace

std::optional<Stray> LeftOut::stray(const std::string& path) const {
  std::error_code error;
  if (!manifest_.empty() && fs::path(path).filename() == fs::path(manifest_).filename() &&
      fs::equivalent(path, manifest_, error))
    return Stray::manifest;
  const std::optional<Stray> found = stray_named(path);
  const bool unnamed = fs::path(path).filename().string().find('.') == std::string::npos;
  if (!found && unnamed && head_of(path).starts_with("#!")) return Stray::script;
  if (!found && tables_ && holds_table(path)) return Stray::table;
  return found == Stray::table && !tables_ ? std::nullopt : found;
}

void LeftOut::note(Stray stray, const std::string& path) {
  const auto kind = static_cast<std::size_t>(stray);
  ++counts_.at(kind);
  if (lines_.size() < most_lines)
    lines_.push_back("left out " + path_text(path) + ": " + std::string(singular.at(kind)));
}

bool LeftOut::operator()(const std::string& path) {
  const std::optional<Stray> found = stray(path);
  if (!found) return false;
  const std::lock_guard lock(mutex_);
  note(*found, path);
  paths_.push_back(path);
  return true;
}

void LeftOut::hidden(const std::string& path) {
  const std::lock_guard lock(mutex_);
  note(Stray::hidden, path);
}

std::string LeftOut::summary() const {
  const std::lock_guard lock(mutex_);
  std::string line;
  for (std::size_t kind = 0; kind < counts_.size(); ++kind) {
    const std::uint64_t count = counts_.at(kind);
    if (count == 0) continue;
    line += line.empty() ? "left out: " : ", ";
    line +=
        std::to_string(count) + " " + std::string(count == 1 ? singular.at(kind) : plural.at(kind));
    if (kind == static_cast<std::size_t>(Stray::table))
      line += " (--text-column NAME reads each row as a document)";
  }
  return line;
}

std::vector<std::string> LeftOut::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

std::vector<std::string> LeftOut::paths() const {
  const std::lock_guard lock(mutex_);
  return paths_;
}

}  // namespace attache
