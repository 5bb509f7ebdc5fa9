// SPDX-License-Identifier: MIT
// attache-crowd [OPTIONS] ATTACHE: many processes at one knowledge base.
//   --readers N    beside one writer (default 4)
//   --seconds N    so long (default 5)
//   --rounds N     of two, and of eight, first writers at once on a new file (default 3)
// Ends with 0 where every run was well, or was told that the knowledge base is busy.
#include <functional>
#include <iostream>
#include <optional>

#include "tests/fault/arguments.h"
#include "tests/fault/crowd_parts.h"

namespace {

std::optional<fault::CrowdOptions> options_of(int count, char** words) {
  const auto given = fault::parse(count, words, {"--readers", "--seconds", "--rounds"});
  if (!given) return std::nullopt;
  return fault::CrowdOptions{given->binary, given->number("--readers", 4),
                             std::chrono::seconds(given->number("--seconds", 5)),
                             given->number("--rounds", 3)};
}

}  // namespace

int main(int count, char** arguments) try {
  const auto options = options_of(count, arguments);
  if (!options) {
    std::cerr << "usage: attache-crowd [--readers N] [--seconds N] [--rounds N] ATTACHE\n";
    return 2;
  }
  const std::vector<std::pair<std::string, std::function<fault::Tally()>>> parts = {
      {"two first writers", [&] { return fault::first_writers(*options, 2); }},
      {"eight first writers", [&] { return fault::first_writers(*options, 8); }},
      {"a reader held open over a seeding", [&] { return fault::held_reader(*options); }},
      {"readers beside a writer", [&] { return fault::readers_beside_writer(*options); }}};
  bool well = true;
  std::string table = "| crowd | runs | well | busy | wrong |\n|---|---:|---:|---:|---:|\n";
  for (const auto& [name, part] : parts) {
    const fault::Tally tally = part();
    for (const std::string& line : tally.examples) std::cout << name << ": " << line << std::endl;
    table += "| " + name + " | " + std::to_string(tally.well + tally.busy + tally.wrong) + " | " +
             std::to_string(tally.well) + " | " + std::to_string(tally.busy) + " | " +
             std::to_string(tally.wrong) + " |\n";
    well = well && tally.wrong == 0 && tally.well > 0;
  }
  std::cout << table;
  return well ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "attache-crowd: " << error.what() << '\n';
  return 2;
}
