// SPDX-License-Identifier: MIT
// Measures how the time from a text's bytes to its rows grows with its length, on texts made to
// cost more than their share.
#include <malloc.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "bench/hostile_texts.h"
#include "seed/engine.h"
#include "seed/read/read.h"

namespace {

using namespace attache;
using namespace attache::bench;

constexpr std::size_t doublings = 4;            ///< sizes measured: n, 2n, 4n, 8n
constexpr double least_seconds = 0.02;          ///< the largest must cost that, or n is doubled
constexpr std::size_t largest_start = 400'000;  ///< but n is no larger than this (bytes)
constexpr double patience = 20;                 ///< a kind that costs more is not measured on
constexpr int runs = 3;                         ///< the best counts

/// Of this process and of the readers that it ran, in seconds.
double cpu_seconds() {
  double sum = 0;
  for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage used{};
    getrusage(who, &used);
    for (const auto& time : {used.ru_utime, used.ru_stime})
      sum += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  }
  return sum;
}

/// Bytes to rows. A document that the reader refuses has cost its time as well.
void take(const Engine& engine, const HostileKind& kind, const std::string& bytes) {
  ReadOptions options;
  options.format = kind.format;
  try {
    const auto document = read_document(bytes, std::string(kind.name), options);
    engine.extract(document.text, {"AZE", "2004"});
  } catch (const ReadError&) {}
}

double cost(const Engine& engine, const HostileKind& kind, std::size_t bytes) {
  const auto text = hostile_text(kind, bytes);
  double best = 0;
  for (int run = 0; run < runs; ++run) {
    const auto before = cpu_seconds();
    take(engine, kind, text);
    const auto spent = cpu_seconds() - before;
    best = run == 0 ? spent : std::min(best, spent);
    if (spent > 1) break;
  }
  return best;
}

struct Growth {
  std::size_t bytes = 0;  ///< n
  std::vector<double> seconds;

  /// Slope of the times over the sizes, both as logarithms, by least squares over the last three:
  /// what a run costs whatever its text tells in the first.
  double exponent() const {
    const auto first = seconds.size() > 3 ? seconds.size() - 3 : 0;
    const auto n = static_cast<double>(seconds.size() - first);
    double x = 0, y = 0, xx = 0, xy = 0;
    for (auto i = first; i < seconds.size(); ++i) {
      const auto size = static_cast<double>(i), time = std::log2(std::max(seconds[i], 1e-6));
      x += size, y += time, xx += size * size, xy += size * time;
    }
    return n < 2 ? 0 : (n * xy - x * y) / (n * xx - x * x);
  }
};

Growth grow(const Engine& engine, const HostileKind& kind, std::size_t bytes) {
  while (bytes < largest_start && cost(engine, kind, bytes << (doublings - 1)) < least_seconds)
    bytes *= 2;
  Growth growth{bytes, {}};
  for (std::size_t i = 0; i < doublings; ++i) {
    growth.seconds.push_back(cost(engine, kind, bytes << i));
    if (growth.seconds.back() > patience) break;
  }
  return growth;
}

void print(const HostileKind& kind, const Growth& growth) {
  std::printf("| %s: %s | %zu KB |", std::string(kind.format).c_str(),
              std::string(kind.name).c_str(), growth.bytes / 1000);
  for (std::size_t i = 0; i < doublings; ++i) {
    if (i < growth.seconds.size()) std::printf(" %.3f |", growth.seconds[i]);
    else std::printf(" |");
  }
  std::printf(" %.2f |\n", growth.exponent());
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Shows how the time from a text's bytes to its rows grows, in seconds of CPU time"};
  std::size_t bytes = 25'000;
  double limit = 1.15;
  std::string only;
  app.add_option("--bytes", bytes, "Size of the smallest text of each kind");
  app.add_option("--limit", limit, "Exit code 1 where a kind grows by a higher exponent");
  app.add_option("--only", only, "Only the kinds whose format and name hold this");
  CLI11_PARSE(app, argc, argv);
  // Memory that is given back has to be cleared again by the kernel, at an n of its own choosing.
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  const auto engine = Engine::load();
  std::printf("| text | n | n | 2n | 4n | 8n | exponent |\n|---|---|---|---|---|---|---|\n");
  std::vector<std::string> over;
  for (const auto& kind : hostile_kinds()) {
    const auto name = std::string(kind.format) + ": " + std::string(kind.name);
    if (name.find(only) == std::string::npos) continue;
    auto growth = grow(engine, kind, bytes);
    // Other processes cost caches: once more before it is believed.
    if (growth.exponent() > limit) growth = grow(engine, kind, growth.bytes);
    print(kind, growth);
    if (growth.exponent() > limit) over.push_back(name);
  }
  for (const auto& name : over)
    std::fprintf(stderr, "attache-linear: above n^%.2f: %s\n", limit, name.c_str());
  return over.empty() ? 0 : 1;
}
