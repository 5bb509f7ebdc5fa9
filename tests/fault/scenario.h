// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/fault/process.h"

namespace fault {

/// The knowledge base of every scenario, from the folder of the run.
inline constexpr const char* base_file = "base/kb.db";

/// The words of a command on that knowledge base.
std::vector<std::string> attache(std::vector<std::string> words);

/// A command that is run again and again from the same beginnings, each time with another fault.
struct Scenario {
  std::string name;
  std::vector<std::vector<std::string>> before;  ///< commands that make the beginnings
  std::function<void(const Runner&)> then;       ///< what is done to them afterwards; may be empty
  std::vector<std::string> command;
  bool sound = true;                    ///< whether `check` finds nothing at the beginning
  std::vector<std::string> again = {};  ///< what does the work after a failed run; else `command`
};

std::vector<Scenario> scenarios();

/// Documents, and the scenario's beginnings, in the empty folder of the runner.
void prepare(const Scenario& scenario, const Runner& runner);

/// What is stored, by the documents' slugs: digest, and counts of sentences, rows and citations.
/// Empty where there is no file. Throws what SQLite throws.
using Stored = std::map<std::string, std::string>;
Stored stored_in(const std::filesystem::path& file);

/// All files below a folder but the knowledge base's own, by their paths from there.
std::map<std::string, std::string> files_beside(const std::filesystem::path& folder);

}  // namespace fault
