// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace fault {

struct CrowdOptions {
  std::filesystem::path binary;
  std::size_t readers = 4;
  std::chrono::seconds time{5};
  std::size_t rounds = 3;
};

/// How many runs were what they should be, were told that the knowledge base is in use, or neither.
struct Tally {
  std::size_t well = 0, busy = 0, wrong = 0;
  std::vector<std::string> examples;  ///< of what was wrong, some

  void add(const Tally& other);
  void object(const std::string& why);
};

/// Rounds of `writers` processes that seed a document each into the same new file: all end well and
/// all documents are there.
Tally first_writers(const CrowdOptions& options, std::size_t writers);

/// A read transaction stays open while documents are added: it sees none of them, others see all.
Tally held_reader(const CrowdOptions& options);

/// Queries over and over while all documents change to and fro: of each document a query sees one
/// of its two states whole.
Tally readers_beside_writer(const CrowdOptions& options);

}  // namespace fault
