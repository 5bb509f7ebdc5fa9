// SPDX-License-Identifier: MIT
#include "tests/fault/table.h"

#include <ostream>

namespace fault {

void Table::add(const std::string& scenario, Kind kind, Verdict verdict) {
  ++lines_[{scenario, kind}][static_cast<unsigned>(verdict)];
}

std::size_t Table::defects() const {
  std::size_t count = 0;
  for (const auto& [key, line] : lines_) {
    for (unsigned i = 0; i < line.size(); ++i)
      if (is_defect(static_cast<Verdict>(i))) count += line[i];
  }
  return count;
}

void Table::print(std::ostream& out) const {
  // A point that was not reached is no point.
  const auto print_line = [&](const std::string& scenario, std::string_view kind,
                              const Line& line) {
    std::size_t points = 0;
    for (std::size_t i = 1; i < line.size(); ++i) points += line[i];
    out << "| " << scenario << " | " << kind << " | " << points;
    for (std::size_t i = 1; i < line.size(); ++i) out << " | " << line[i];
    out << " |\n";
  };
  out << "| scenario | kind | points";
  for (std::size_t i = 1; i < verdict_names.size(); ++i) out << " | " << verdict_names[i];
  out << " |\n|---|---";
  for (std::size_t i = 0; i < verdict_names.size(); ++i) out << "|---:";
  out << "|\n";
  Line sum{};
  for (const auto& [key, line] : lines_) {
    print_line(key.first, kind_names[static_cast<unsigned>(key.second)], line);
    for (std::size_t i = 0; i < line.size(); ++i) sum[i] += line[i];
  }
  print_line("all", "", sum);
}

}  // namespace fault
