// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace shell {

/// What a process left behind.
struct Result {
  int code = 0;  ///< exit code, or 128 and the signal's number, as a shell has it
  std::string out;
  std::string err;
};

/// A folder of its own, removed at the end, with an environment in which the built attache is found
/// and nothing of the user's is: HOME lies inside, ATTACHE_DB and XDG_DATA_HOME are unset, the
/// language is C.UTF-8.
class Sandbox {
 public:
  Sandbox();
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  /// The working folder of the commands.
  const std::filesystem::path& folder() const { return folder_; }
  void write(const std::string& name, const std::string& text) const;

  /// Runs a command line by /bin/sh, standard input empty, and waits.
  Result run(const std::string& command) const;
  /// The same on a terminal of so many columns without colour: `out` is what a person sees,
  /// messages included.
  Result run_on_terminal(const std::string& command, unsigned short columns = 100) const;
  /// Starts a command line without waiting; returns its process id, which is also its process
  /// group.
  int start(const std::string& command) const;
  /// Waits for a process of start().
  static int wait(int process);

 private:
  void enter() const;
  std::filesystem::path root_;
  std::filesystem::path folder_;
};

/// All of a file; empty where there is none.
std::string contents(const std::filesystem::path& file);

}  // namespace shell
