// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fault/scenario.h"

namespace fault {

/// What became of a run with a fault. From `lost` on it is a defect.
enum class Verdict : unsigned {
  unreached,  ///< the run made fewer such calls this time
  survived,   ///< exit 0, and all is there
  told,       ///< another exit code and a message, and nothing was lost
  killed,     ///< by the fault itself, and nothing was lost
  lost,       ///< a document that was stored before is gone, or its rows are
  check,      ///< the knowledge base can't be opened, or `check` finds something
  exit,       ///< exit code, message or results are not the truth
  broke,      ///< an interruption or a short transfer was not survived
  alarm,      ///< a sound knowledge base was called damaged
  stuck,      ///< the same command, run again without faults, does not do its work
  litter,     ///< files were left beside
  hang,
  crash
};
inline constexpr std::array<std::string_view, 13> verdict_names = {
    "unreached", "survived", "told",  "killed", "lost", "check", "exit",
    "broke",     "alarm",    "stuck", "litter", "hang", "crash"};
inline bool is_defect(Verdict verdict) { return verdict >= Verdict::lost; }

/// What a scenario is without faults: the folder before and after, and what the command says.
struct Reference {
  std::filesystem::path beginnings;  ///< the folder to copy
  Stored before, after;
  std::map<std::string, std::string> files_before, files_after;
  Ended ended;
  std::array<std::uint64_t, kind_count> calls{};
};

Reference measure(const Scenario& scenario, const Runner& runner,
                  const std::filesystem::path& beginnings);

struct Judgement {
  Verdict verdict = Verdict::unreached;
  std::string why;
};

/// Copies the beginnings, runs the command with the fault, and looks at what is left.
Judgement judge(const Scenario& scenario, const Reference& reference, const Runner& runner,
                const Point& point);

}  // namespace fault
