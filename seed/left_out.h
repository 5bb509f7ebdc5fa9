// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// What lies among documents and is none.
enum class Stray { table, script, backup, manifest, hidden };

/// What a path's name shows it to be; nothing for a document.
std::optional<Stray> stray_named(std::string_view path);

/// Counts what a walk leaves out. For use by the walking thread and another.
class LeftOut {
 public:
  /// `tables`: leave them out, too. `manifest`: its path, or empty.
  LeftOut(bool tables, std::string manifest) : tables_(tables), manifest_(std::move(manifest)) {}

  /// Whether to leave the file out; notes it.
  bool operator()(const std::string& path);
  /// Notes a file or folder that a walk passed by, for its name begins with a full stop.
  void hidden(const std::string& path);

  /// "left out: 2 tables (--text-column NAME reads their rows), 1 script"; empty where nothing was.
  std::string summary() const;
  /// A line for each: "left out speeches.csv: table".
  std::vector<std::string> lines() const;
  /// All of them, as they were walked to.
  std::vector<std::string> paths() const;

 private:
  std::optional<Stray> stray(const std::string& path) const;
  void note(Stray kind, const std::string& path);

  bool tables_;
  std::string manifest_;
  mutable std::mutex mutex_;
  std::array<std::uint64_t, 5> counts_{};
  std::vector<std::string> lines_;  ///< of the first thousand
  std::vector<std::string> paths_;
};

}  // namespace attache
