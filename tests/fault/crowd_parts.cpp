// SPDX-License-Identifier: MIT
#include "tests/fault/crowd_parts.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include "tests/fault/scenario.h"

namespace fault {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr std::size_t document_count = 12;
constexpr std::size_t paragraphs = 100;  // many pages, so that a query reads for a while
constexpr std::size_t examples_kept = 10;

/// Sentences, organizations and places differ between the two.
std::string text_of(std::size_t document, bool second) {
  std::string text;
  for (std::size_t i = 0; i < paragraphs; ++i) {
    if (second) text += "We host the OSCE. ";
    text += "Paragraph " + std::to_string(i) + " of document " + std::to_string(document) +
            " says that we joined GUAM. My country is a member of NATO.\n\n";
    if (second) text += "It chairs the United Nations.\n\n";
  }
  return text;
}

void write_documents(const fs::path& folder, bool second) {
  fs::create_directories(folder);
  for (std::size_t i = 0; i < document_count; ++i) {
    std::ofstream(folder / ("d" + std::to_string(i) + ".txt"), std::ios::binary)
        << text_of(i, second);
  }
}

bool says_busy(const Ended& ended) {
  if (ended.code != 3) return false;
  for (const char* word : {"busy", "locked", "in use", "another"}) {
    if (ended.err.find(word) != std::string::npos) return true;
  }
  return false;
}

std::string words_of(const Ended& ended) {
  const std::string said = ended.err.empty() ? ended.out.substr(0, 300) : ended.err;
  return (ended.hung ? "did not end" : "exit " + std::to_string(ended.code)) + ", " +
         (ended.err.empty() ? said : said.substr(0, said.find('\n')));
}

/// Counts a run that should have been well; false where it was not.
bool count_run(Tally& tally, const Ended& ended) {
  if (ended.well()) return true;
  if (says_busy(ended)) ++tally.busy;
  else tally.object(words_of(ended));
  return false;
}

/// A query whose reader takes a part, waits, and takes the rest: it stays open over several writes.
class SlowRunner {
 public:
  SlowRunner(const CrowdOptions& options, const fs::path& folder, const std::string& name)
      : binary_(fs::canonical(options.binary)), shell_("/bin/sh", folder, name) {}

  Ended run(const Words& arguments) const {
    Words words = {"-c",
                   "{ \"$0\" \"$@\"; echo \"exit $?\" >&2; } | { head -c 1; sleep 0.5; cat; }",
                   binary_.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    Ended ended = shell_.run(words);
    const auto at = ended.err.rfind("exit ");
    if (at == std::string::npos) return ended;
    ended.code = std::atoi(ended.err.c_str() + at + 5);
    ended.err.resize(at);
    return ended;
  }

 private:
  fs::path binary_;
  Runner shell_;
};

/// Lines by the document they begin with.
using Groups = std::map<std::string, std::multiset<std::string>>;

Groups groups_of(const std::string& rows) {
  Groups groups;
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t end = std::min(rows.find('\n', at), rows.size());
    const std::string line = rows.substr(at, end - at);
    groups[line.substr(0, line.find('\t'))].insert(line);
    at = end + 1;
  }
  return groups;
}

std::vector<Words> queries() {
  const auto rows = [](Words words, const char* columns) {
    for (const char* word : {"--tsv", "--no-header", "--columns", columns}) words.push_back(word);
    return attache(words);
  };
  return {
      rows({"documents"}, "document,sentences,organizations"),
      rows({"organizations", "--evidence"}, "document,acronym,sentence,start,end,quote"),
      rows({"search", "GUAM OR OSCE", "--limit", "100000"}, "document,sentence,start,end,snippet"),
      attache({"check"})};
}

/// What each query says of the documents in one of their states.
std::vector<Groups> answers(const Runner& runner) {
  std::vector<Groups> all;
  for (const Words& query : queries()) all.push_back(groups_of(runner.run(query).out));
  return all;
}

/// Empty where every document is wholly in one of its states.
std::string torn(const std::string& rows, const Groups& one, const Groups& other) {
  const Groups seen = groups_of(rows);
  if (seen.size() != document_count)
    return std::to_string(seen.size()) + " documents instead of " + std::to_string(document_count);
  for (const auto& [document, lines] : seen) {
    const auto in = [&, &name = document, &found = lines](const Groups& groups) {
      const auto at = groups.find(name);
      return at != groups.end() && at->second == found;
    };
    if (!in(one) && !in(other)) return document + " is torn";
  }
  return "";
}

/// The crowd at one knowledge base.
class Crowd {
 public:
  explicit Crowd(const CrowdOptions& options)
      : options_(options), folder_(scratch_.make("crowd")), writer_(options.binary, folder_, "w") {}

  Tally run() {
    for (const bool second : {false, true}) {
      change(second);
      (second ? second_ : first_) = answers(writer_);
    }
    std::vector<std::thread> readers;
    for (std::size_t i = 0; i < options_.readers; ++i) readers.emplace_back([this, i] { read(i); });
    const auto end = std::chrono::steady_clock::now() + options_.time;
    for (bool second = false; std::chrono::steady_clock::now() < end; second = !second) {
      change(second);
      again();
    }
    over_ = true;
    for (std::thread& reader : readers) reader.join();
    return tally_;
  }

 private:
  void change(bool second) {
    write_documents(writer_.folder() / "docs", second);
    note(writer_.run(attache({"seed", "--jobs", "2", "docs"})));
  }

  /// The same rows written anew, in two other ways.
  void again() {
    note(writer_.run(attache({"seed", "--force", "docs"})));
    note(writer_.run(attache({"seed", "--refresh", "--force"})));
  }

  void note(const Ended& ended) {
    const std::lock_guard lock(mutex_);
    if (count_run(tally_, ended)) ++tally_.well;
  }

  void read(std::size_t number) {
    const std::string name = "r" + std::to_string(number);
    const Runner quick(options_.binary, folder_, name);
    const SlowRunner slow(options_, folder_, name);
    const auto asked = queries();
    Tally tally;
    for (std::size_t i = number; !over_; ++i) {
      const std::size_t query = i % asked.size();
      const Ended ended = number % 2 == 0 ? quick.run(asked[query]) : slow.run(asked[query]);
      if (!count_run(tally, ended)) continue;
      const bool rows = query + 1 < asked.size();
      const std::string why = rows ? torn(ended.out, first_[query], second_[query]) : "";
      if (why.empty()) ++tally.well;
      else tally.object(asked[query][2] + ": exit 0, and " + why);
    }
    const std::lock_guard lock(mutex_);
    tally_.add(tally);
  }

  CrowdOptions options_;
  Scratch scratch_;
  fs::path folder_;
  Runner writer_;
  std::vector<Groups> first_, second_;
  std::atomic<bool> over_{false};
  std::mutex mutex_;  // over the tally
  Tally tally_;
};

void first_round(const CrowdOptions& options, std::size_t writers, Tally& tally) {
  const Scratch scratch;
  const fs::path folder = scratch.make("first");
  std::vector<Ended> ends(writers);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < writers; ++i) {
    fs::create_directories(folder / "run");
    std::ofstream(folder / "run" / ("d" + std::to_string(i) + ".txt")) << text_of(i, true);
    threads.emplace_back([&, i] {
      const Runner runner(options.binary, folder, std::to_string(i));
      ends[i] = runner.run(attache({"seed", "d" + std::to_string(i) + ".txt"}));
    });
  }
  for (std::thread& thread : threads) thread.join();
  bool all = true;
  for (const Ended& ended : ends) {
    if (!ended.well()) tally.object(words_of(ended));
    all = all && ended.well();
  }
  const std::size_t there = stored_in(folder / "run" / base_file).size();
  if (all && there != writers)
    tally.object("all exit 0, and " + std::to_string(there) + " of " + std::to_string(writers) +
                 " documents are there");
  else if (all) ++tally.well;
}

/// With a rollback journal a writer has to wait for the reader, and is told in the end that the
/// file is in use; beside a log it goes on.
Tally held_over(const CrowdOptions& options, const std::string& journal) {
  const Scratch scratch;
  const Runner runner(options.binary, scratch.make("held"));
  Tally tally;
  write_documents(runner.folder() / "docs", false);
  if (!count_run(tally, runner.run(attache({"seed", "docs/d0.txt"})))) return tally;
  std::int64_t expected = 0;
  {
    SQLite::Database reader((runner.folder() / base_file).string(), SQLite::OPEN_READWRITE);
    reader.execAndGet("PRAGMA journal_mode = " + journal);
    reader.exec("BEGIN");
    const auto seen = [&] {
      return reader.execAndGet("SELECT count(*) FROM documents").getInt64();
    };
    const auto before = seen();
    const Ended seeded = runner.run(attache({"seed", "--wait", "2", "docs"}));
    if (count_run(tally, seeded)) ++tally.well;
    if (seen() != before) tally.object("an open snapshot changed");
    const Ended others = runner.run(attache({"documents", "--count"}));
    expected = seeded.well() ? static_cast<std::int64_t>(document_count) : before;
    if (others.out != std::to_string(expected) + "\n")
      tally.object(journal + ": others see '" + others.out + "'; " + words_of(others));
    reader.exec("COMMIT");
  }
  if (count_run(tally, runner.run(attache({"check"})))) ++tally.well;
  if (std::ssize(stored_in(runner.folder() / base_file)) != expected)
    tally.object(journal + ": documents are missing once the reader is gone");
  return tally;
}

}  // namespace

void Tally::object(const std::string& why) {
  ++wrong;
  if (examples.size() < examples_kept) examples.push_back(why);
}

void Tally::add(const Tally& other) {
  well += other.well;
  busy += other.busy;
  wrong += other.wrong;
  for (const std::string& example : other.examples)
    if (examples.size() < examples_kept) examples.push_back(example);
}

Tally first_writers(const CrowdOptions& options, std::size_t writers) {
  Tally tally;
  for (std::size_t i = 0; i < options.rounds; ++i) first_round(options, writers, tally);
  return tally;
}

Tally held_reader(const CrowdOptions& options) {
  Tally tally;
  for (const char* journal : {"DELETE", "WAL"}) tally.add(held_over(options, journal));
  return tally;
}

Tally readers_beside_writer(const CrowdOptions& options) { return Crowd(options).run(); }

}  // namespace fault
