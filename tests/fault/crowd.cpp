// SPDX-License-Identifier: MIT
// attache-crowd [OPTIONS] ATTACHE: many processes at one knowledge base.
//   --readers N    beside one writer (default 4)
//   --seconds N    so long (default 5)
//   --rounds N     of two, and of eight, first writers at once on a new file (default 3)
// Ends with 0 where every run was well, or was told that the knowledge base is busy.
#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>

#include "tests/fault/crowd_parts.h"

namespace {

std::optional<fault::CrowdOptions> options_of(const std::vector<std::string>& words) {
  fault::CrowdOptions options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.rfind("--", 0) != 0) {
      options.binary = word;
      continue;
    }
    if (++i == words.size()) return std::nullopt;
    const auto number = std::strtoull(words[i].c_str(), nullptr, 10);
    if (word == "--readers") options.readers = number;
    else if (word == "--seconds") options.time = std::chrono::seconds(number);
    else if (word == "--rounds") options.rounds = number;
    else return std::nullopt;
  }
  if (options.binary.empty()) return std::nullopt;
  return options;
}

}  // namespace

int main(int count, char** arguments) try {
  const auto options = options_of({arguments + 1, arguments + count});
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
