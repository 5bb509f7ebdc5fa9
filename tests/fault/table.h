// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <iosfwd>
#include <map>
#include <string>

#include "tests/fault/judge.h"

namespace fault {

/// How many points of each scenario and kind came to which verdict.
class Table {
 public:
  void add(const std::string& scenario, Kind kind, Verdict verdict);
  std::size_t defects() const;
  /// As Markdown: a line for each scenario and kind, and the sum.
  void print(std::ostream& out) const;

 private:
  using Line = std::array<std::size_t, verdict_names.size()>;
  std::map<std::pair<std::string, Kind>, Line> lines_;
};

}  // namespace fault
