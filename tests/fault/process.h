// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/fault/plan.h"

namespace fault {

/// How a process ended and what it wrote.
struct Ended {
  int code = 0;       ///< exit code; -1 where a signal ended it
  int signal = 0;     ///< the signal that ended it, or 0
  bool hung = false;  ///< it was killed by us, for it did not end in time
  std::string out, err;

  bool well() const { return code == 0 && signal == 0 && !hung; }
};

/// A call to make fail, by kind and number; none where `at` is 0.
struct Point {
  Kind kind = Kind::read;
  How how = How::EIO_;
  std::uint64_t at = 0;
};

/// Runs programs in a folder, one at a time; what they write is gathered beside it.
class Runner {
 public:
  /// `scratch` must exist; the programs run in `scratch`/run. Runners that share it differ by
  /// `name`.
  Runner(std::filesystem::path binary, std::filesystem::path scratch, std::string name = "");

  std::filesystem::path folder() const { return scratch_ / "run"; }
  /// attache with these arguments, and no faults.
  Ended run(const std::vector<std::string>& arguments) const;
  /// The same above the fault layer; `counters` is what it counted.
  struct Faulted {
    Ended ended;
    std::array<std::uint64_t, kind_count> calls{};
    bool fired = false;
  };
  Faulted run(const std::vector<std::string>& arguments, const Point& point) const;

 private:
  Ended start(const std::vector<std::string>& arguments,
              const std::vector<std::string>& environment) const;
  std::filesystem::path beside(const char* what) const { return scratch_ / (what + name_); }
  std::filesystem::path binary_, scratch_;
  std::string name_;
};

/// A temporary folder, removed at the end.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// A folder in it, made where it is not there.
  std::filesystem::path make(const std::string& name) const;

 private:
  std::filesystem::path folder_;
};

/// All of a file; empty where there is none.
std::string contents(const std::filesystem::path& file);

}  // namespace fault
