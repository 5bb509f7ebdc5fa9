// SPDX-License-Identifier: MIT
// Measures attache beside its floors and peers in one run, and prints a table; --csv writes the
// same as CSV.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "bench/measure.h"

namespace attache::bench {
namespace {

namespace fs = std::filesystem;
using Command = std::vector<std::string>;

struct Options {
  std::string attache, floor, corpus, work = "bench-work", csv, pattern = "{country}_{}_{date}";
  int runs = 3;
};

/// One line of the result: ours beside a peer's, or against a bound.
struct Line {
  std::string what;
  std::string unit;
  double ours = 0;
  double peer = 0;  ///< 0: there is none
  std::string target;
};

std::uint64_t bytes_below(const fs::path& folder) {
  std::uint64_t sum = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) sum += entry.file_size();
  }
  return sum;
}

/// Links of every n-th file of the corpus, so that a small corpus has the same mixture.
fs::path sample(const fs::path& corpus, const fs::path& folder, std::size_t every) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (std::size_t i = 0; i < files.size(); i += every)
    fs::copy_file(files[i], folder / files[i].filename());
  return folder;
}

class Bench {
 public:
  explicit Bench(Options options) : o_(std::move(options)), work_(o_.work) {
    fs::create_directories(work_);
    base_ = (work_ / "attache.db").string();
    floor_base_ = (work_ / "floor.db").string();
  }

  std::vector<Line> run() {
    seeding();
    extraction();
    again();
    small();
    queries();
    exporting();
    exporting_all();
    growth();
    return lines_;
  }

 private:
  Command seed(const std::string& base, const fs::path& corpus) const {
    return {o_.attache, "--quiet",       "--db",           base,
            "seed",     corpus.string(), "--name-pattern", o_.pattern};
  }

  /// Medians of the runs, ours and the peer's in turn so that the machine's moods fall on both.
  std::pair<Cost, Cost> side_by_side(const std::function<Cost()>& ours,
                                     const std::function<Cost()>& peer) const {
    std::vector<Cost> mine, theirs;
    for (int i = 0; i < o_.runs; ++i) {
      mine.push_back(checked(ours()));
      if (peer) theirs.push_back(checked(peer()));
    }
    return {middle(mine), theirs.empty() ? Cost{} : middle(theirs)};
  }

  static Cost checked(Cost cost) {
    if (cost.code != 0)
      throw std::runtime_error("a measured command exited " + std::to_string(cost.code));
    return cost;
  }

  static Cost middle(std::vector<Cost> costs) {
    std::sort(costs.begin(), costs.end(),
              [](const Cost& a, const Cost& b) { return a.wall < b.wall; });
    return costs[(costs.size() - 1) / 2];
  }

  static void remove_base(const std::string& base) {
    for (const char* tail : {"", "-wal", "-shm", "-journal"}) fs::remove(base + tail);
  }

  void seeding() {
    const auto [ours, floor] = side_by_side(
        [&] {
          remove_base(base_);
          return bench::run(seed(base_, o_.corpus));
        },
        [&] {
          remove_base(floor_base_);
          return bench::run({o_.floor, o_.corpus, floor_base_});
        });
    text_ = static_cast<double>(bytes_below(o_.corpus));
    lines_.push_back({"seeding the corpus", "s", ours.wall, floor.wall, "<= 1.5 x"});
    lines_.push_back({"seeding, peak memory", "MB", static_cast<double>(ours.peak) / 1e6,
                      static_cast<double>(floor.peak) / 1e6, "<= 256 MB"});
    lines_.push_back({"knowledge base / text", "x",
                      static_cast<double>(fs::file_size(base_)) / text_,
                      static_cast<double>(fs::file_size(floor_base_)) / text_, "<= 2.5 x"});
    whole_ = ours.wall;
  }

  void extraction() {
    const auto cost = side_by_side(
                          [&] {
                            return bench::run({o_.attache, "extract", "--jobs", "1", o_.corpus});
                          },
                          nullptr)
                          .first;
    lines_.push_back({"extraction, one thread", "MB/s", text_ / 1e6 / cost.wall, 0, ">= 20 MB/s"});
  }

  void again() {
    const auto cost =
        side_by_side([&] { return bench::run(seed(base_, o_.corpus)); }, nullptr).first;
    lines_.push_back({"seeding again, unchanged", "s", cost.wall, 0, "<= 2 s"});
  }

  void small() {
    const auto part = sample(o_.corpus, work_ / "hundredth", 100);
    const auto bytes = static_cast<double>(bytes_below(part));
    const auto base = (work_ / "small.db").string();
    const auto cost = side_by_side(
                          [&] {
                            remove_base(base);
                            return bench::run(seed(base, part));
                          },
                          nullptr)
                          .first;
    lines_.push_back({"time per MB, whole corpus against a hundredth", "ms",
                      whole_ / (text_ / 1e6) * 1e3, cost.wall / (bytes / 1e6) * 1e3, "<= 1.15 x"});
  }

  /// A command that takes milliseconds is run many times; its median counts.
  void quick(const std::string& what, const Command& ours, const Command& peer,
             const std::string& target) {
    std::vector<double> mine, theirs;
    for (int i = 0; i < 40; ++i) {
      mine.push_back(checked(bench::run(ours)).wall * 1e3);
      theirs.push_back(checked(bench::run(peer)).wall * 1e3);
    }
    lines_.push_back({what, "ms", median_of(mine), median_of(theirs), target});
  }

  void queries() {
    quick("start and an indexed filter, 20 rows",
          {o_.attache, "--db", base_, "organizations", "--country", "FRA", "--role", "member",
           "--limit", "20", "--csv", "--columns", "name,role,document"},
          {"sqlite3", "-readonly", "-csv", base_,
           "SELECT name, role, document FROM organizations_listing WHERE country = 'FRA' AND role "
           "= 'member' LIMIT 20"},
          "<= 1.5 x");
    quick("search with snippets, 20 rows",
          {o_.attache, "--db", base_, "search", "territorial integrity", "--limit", "20", "--csv"},
          {"sqlite3", "-readonly", "-csv", base_,
           "SELECT f.rowid, snippet(sentences_fts, 0, '[', ']', '...', 24) FROM sentences_fts f "
           "WHERE sentences_fts MATCH "
           "'\"territorial\" \"integrity\"' ORDER BY rank LIMIT 20"},
          "<= 1.2 x");
  }

  void exporting() {
    const auto [ours, peer] = side_by_side(
        [&] {
          return bench::run({o_.attache, "--db", base_, "organizations", "--evidence", "--csv",
                             "--columns", "name,role"});
        },
        [&] {
          return bench::run({"sqlite3", "-readonly", "-csv", base_,
                             "SELECT name, role, document, sentence, start, \"end\", quote FROM "
                             "organization_citations"});
        });
    lines_.push_back(
        {"every organization's citations as CSV", "s", ours.wall, peer.wall, "<= 1.2 x"});
  }

  /// Every table, against one sqlite3 process that writes the same rows: for that they are read
  /// into tables of a database of its own, the words of sentences and citations among them, which
  /// ours cuts out of the texts.
  void exporting_all() {
    const auto folder = work_ / "export";
    const Command command{o_.attache, "--quiet", "--db", base_, "export", folder.string()};
    checked(bench::run(command));
    const auto peer_base = (work_ / "peer.db").string();
    remove_base(peer_base);
    std::uint64_t lines = 0;
    std::string import, dump = ".mode csv\n.headers on\n";
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() != ".csv") continue;
      const auto table = entry.path().stem().string();
      import += ".import --csv " + entry.path().string() + " " + table + "\n";
      dump += ".output " + (work_ / "peer.csv").string() + "\nSELECT * FROM " + table + ";\n";
      std::ifstream in(entry.path());
      lines += static_cast<std::uint64_t>(std::count(std::istreambuf_iterator<char>(in), {}, '\n'));
    }
    const auto script = [&](const char* name, const std::string& text) {
      const auto file = work_ / name;
      std::ofstream(file) << text;
      return ".read " + file.string();
    };
    checked(bench::run({"sqlite3", peer_base, script("import.sql", import)}));
    const auto reading = script("dump.sql", dump);
    const auto [ours, peer] =
        side_by_side([&] { return bench::run(command); },
                     [&] {
                       return bench::run({"sqlite3", "-readonly", peer_base, reading});
                     });
    lines_.push_back({"every table as CSV, " + std::to_string(lines / 1000) + " thousand lines",
                      "s", ours.wall, peer.wall, "<= 1.2 x"});
  }

  /// How the cost grows with the corpus: a line for each size.
  void growth() {
    for (const std::size_t every : {10000U, 1000U, 100U, 10U, 1U}) {
      const auto part = every == 1 ? fs::path(o_.corpus) : sample(o_.corpus, work_ / "part", every);
      const auto bytes = static_cast<double>(bytes_below(part));
      const auto base = (work_ / "part.db").string();
      const auto once = [&] {
        remove_base(base);
        return bench::run(seed(base, part));
      };
      const auto cost = side_by_side(once, nullptr).first;
      char what[80];
      std::snprintf(what, sizeof what, "seeding every %zuth document, %.2f MB", every, bytes / 1e6);
      lines_.push_back({what, "s", cost.wall, 0, ""});
    }
  }

  Options o_;
  fs::path work_;
  std::string base_, floor_base_;
  double text_ = 0, whole_ = 0;
  std::vector<Line> lines_;
};

void print(const std::vector<Line>& lines) {
  std::printf("%-46s %10s %10s %7s  %s\n", "what", "attache", "peer", "ratio", "target");
  for (const auto& line : lines) {
    std::printf("%-46s %7.2f %-4s", line.what.c_str(), line.ours, line.unit.c_str());
    if (line.peer > 0) std::printf(" %8.2f %6.2f x", line.peer, line.ours / line.peer);
    else std::printf(" %8s %8s", "", "");
    std::printf("  %s\n", line.target.c_str());
  }
}

void write_csv(const std::vector<Line>& lines, const std::string& file) {
  std::ofstream out(file);
  out << "what,unit,attache,peer,target\n";
  for (const auto& line : lines)
    out << '"' << line.what << "\"," << line.unit << ',' << line.ours << ',' << line.peer << ",\""
        << line.target << "\"\n";
}

}  // namespace
}  // namespace attache::bench

int main(int argc, char** argv) {
  attache::bench::Options options;
  CLI::App app("Measures attache beside a bare loader and the sqlite3 shell");
  app.add_option("--attache", options.attache, "The program")->required();
  app.add_option("--floor", options.floor, "The bare loader, attache-floor")->required();
  app.add_option("--corpus", options.corpus, "A folder of text files")->required();
  app.add_option("--name-pattern", options.pattern, "How its file names tell country and date");
  app.add_option("--work", options.work, "A folder for the databases");
  app.add_option("--runs", options.runs, "Runs of which the median counts")
      ->check(CLI::Range(1, 99));
  app.add_option("--csv", options.csv, "Write the figures to this file too");
  CLI11_PARSE(app, argc, argv);
  try {
    const auto lines = attache::bench::Bench(options).run();
    attache::bench::print(lines);
    if (!options.csv.empty()) attache::bench::write_csv(lines, options.csv);
  } catch (const std::exception& error) {
    std::cerr << "attache-bench: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
