// SPDX-License-Identifier: MIT
// attache-torture [OPTIONS] ATTACHE: every call on a file made to fail, one at a time.
//   --sample N     so many points, evenly over scenarios and kinds of faults (default: all)
//   --most N       at most N points of each scenario, kind and fault
//   --seed S       which ones
//   --jobs N       runs at a time (default 2)
//   --seconds N    begin no point after that time; what was not tried is told
//   --scenario NAME, --kind NAME, --how NAME, --at N   only these
// Ends with 0 where no point is a defect, with 1 otherwise.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <mutex>
#include <optional>
#include <thread>

#include "tests/fault/arguments.h"
#include "tests/fault/judge.h"
#include "tests/fault/points.h"
#include "tests/fault/table.h"

namespace {

namespace fs = std::filesystem;
using namespace fault;

struct Options {
  Selection selection;
  std::size_t jobs = 2;
  std::chrono::seconds time{0};
  fs::path binary;
};

std::optional<Options> options_of(int count, char** words) {
  const auto given = parse(count, words,
                           {"--sample", "--most", "--seed", "--jobs", "--seconds", "--scenario",
                            "--kind", "--how", "--at"});
  if (!given) return std::nullopt;
  Options options;
  options.binary = given->binary;
  options.jobs = std::max<std::size_t>(given->number("--jobs", options.jobs), 1);
  options.time = std::chrono::seconds(given->number("--seconds", 86'400));
  options.selection = {given->text("--scenario"),
                       given->text("--kind"),
                       given->text("--how"),
                       given->number("--at", 0),
                       given->number("--sample", 0),
                       given->number("--most", 0),
                       static_cast<unsigned>(given->number("--seed", 1))};
  return options;
}

/// A worker takes one scenario after the other: stored paths hold the folder's name, so that a
/// scenario stays where it was begun.
class Campaign {
 public:
  explicit Campaign(Options options) : options_(std::move(options)) {
    for (Scenario& scenario : scenarios()) {
      const std::string& wanted = options_.selection.scenario;
      if (wanted.empty() || wanted == scenario.name) scenarios_.push_back(std::move(scenario));
    }
    auto& sample = options_.selection.sample;
    if (!scenarios_.empty()) sample = (sample + scenarios_.size() - 1) / scenarios_.size();
  }

  int run() {
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < options_.jobs; ++i)
      workers.emplace_back([this, i] { work("worker" + std::to_string(i)); });
    for (std::thread& worker : workers) worker.join();
    table_.print(std::cout);
    if (left_ > 0) std::cout << left_ << " points were not tried: the time is over\n";
    return sound_ && table_.defects() == 0 ? 0 : 1;
  }

 private:
  void work(const std::string& name) {
    const Runner runner(options_.binary, scratch_.make(name));
    for (std::size_t i = next_++; i < scenarios_.size(); i = next_++) {
      try {
        torture(scenarios_[i], runner, scratch_.make("beginnings") / scenarios_[i].name);
      } catch (const std::exception& error) {
        fail(scenarios_[i].name + ": " + error.what());
      }
    }
  }

  void torture(const Scenario& scenario, const Runner& runner, const fs::path& beginnings) {
    const Reference reference = measure(scenario, runner, beginnings);
    if (reference.calls[static_cast<unsigned>(Kind::read)] == 0)
      throw std::runtime_error("the fault layer sees no call");
    if (!reference.ended.well()) fail(scenario.name + " without a fault: " + reference.ended.err);
    for (const Point& point : choose(options_.selection, reference)) {
      if (std::chrono::steady_clock::now() > end_) {
        ++left_;
        continue;
      }
      const Judgement judgement = judge(scenario, reference, runner, point);
      const std::lock_guard lock(mutex_);
      table_.add(scenario.name, point.kind, judgement.verdict);
      if (is_defect(judgement.verdict))
        std::cout << verdict_names[static_cast<unsigned>(judgement.verdict)] << ": "
                  << words_for(scenario.name, point) << ": " << judgement.why << std::endl;
    }
  }

  void fail(const std::string& line) {
    const std::lock_guard lock(mutex_);
    sound_ = false;
    std::cout << "fails: " << line << std::endl;
  }

  Options options_;
  Scratch scratch_;
  std::vector<Scenario> scenarios_;
  std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::now() + options_.time;
  std::atomic<std::size_t> next_{0}, left_{0};
  std::mutex mutex_;  // over the rest
  Table table_;
  bool sound_ = true;
};

}  // namespace

int main(int count, char** arguments) try {
  const auto options = options_of(count, arguments);
  if (!options) {
    std::cerr
        << "usage: attache-torture [--sample N] [--most N] [--seed S] [--jobs N] [--seconds N] "
           "[--scenario NAME] [--kind NAME] [--how NAME] [--at N] ATTACHE\n";
    return 2;
  }
  return Campaign(*options).run();
} catch (const std::exception& error) {
  std::cerr << "attache-torture: " << error.what() << '\n';
  return 2;
}
