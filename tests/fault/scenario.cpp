// SPDX-License-Identifier: MIT
#include "tests/fault/scenario.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <stdexcept>

namespace fault {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

void write_documents(const fs::path& folder) {
  fs::create_directories(folder);
  write(folder / "a.txt",
        "Azerbaijan was one of the cofounders of GUAM. We uphold the territorial integrity of "
        "states. It is a member of the United Nations.\n");
  write(folder / "b.txt",
        "Georgia is a founding member of GUAM.\n\nIt aims to join NATO. President Mikheil "
        "Saakashvili spoke to the United Nations.\n");
  write(folder / "c.txt", "Our pipelines cross three states. Ukraine chairs the OSCE.\n");
}

Words seed(Words words) {
  Words all = {"seed", "--jobs", "1"};
  all.insert(all.end(), words.begin(), words.end());
  return attache(all);
}

/// A full-text index that finds nothing, which `check` tells and `--repair` mends.
void empty_index(const Runner& runner) {
  SQLite::Database database((runner.folder() / base_file).string(), SQLite::OPEN_READWRITE);
  database.exec("INSERT INTO sentences_fts(sentences_fts) VALUES ('delete-all')");
}

/// What nothing but the copies and the lexicon gives back, and rows that are made anew after it.
void change_columns(const Runner& runner) {
  SQLite::Database database((runner.folder() / base_file).string(), SQLite::OPEN_READWRITE);
  database.exec(
      "UPDATE documents SET title = 'Other', path = slug; UPDATE norms SET name = 'x';"
      "UPDATE sentences_fts_config SET v = 3 WHERE k = 'version'; DELETE FROM rules");
}

void change_document(const Runner& runner) {
  write(runner.folder() / "docs/a.txt", "Azerbaijan has left GUAM. It hosts the OSCE.\n");
}

void remove_document(const Runner& runner) { fs::remove(runner.folder() / "docs/c.txt"); }

constexpr const char* results_file = "results.ndjson";
constexpr const char* part_file = "part.db";

/// What extract makes of the documents as records.
void extract_results(const Runner& runner) {
  write(runner.folder() / "records.ndjson",
        "{\"id\":\"a\",\"path\":\"docs/a.txt\"}\n{\"id\":\"b\",\"path\":\"docs/b.txt\"}\n"
        "{\"id\":\"c\",\"path\":\"docs/c.txt\"}\n");
  const Ended made = runner.run({"extract", "--input", "ndjson", "--jobs", "1", "records.ndjson"});
  if (!made.well()) throw std::runtime_error("no results: " + made.err);
  write(runner.folder() / results_file, made.out);
}

/// The knowledge base that was made becomes one that is merged.
void make_part(const Runner& runner) {
  fs::rename(runner.folder() / base_file, runner.folder() / part_file);
}

/// It, and one that has a document of its own.
void make_part_of_more(const Runner& runner) {
  make_part(runner);
  fs::create_directories(runner.folder() / "own");
  write(runner.folder() / "own/d.txt", "Armenia hosts the OSCE.\n");
  const Ended made = runner.run(attache({"seed", "--jobs", "1", "own/d.txt"}));
  if (!made.well()) throw std::runtime_error("no base to merge into: " + made.err);
}

/// Leaves the journal or log of a run that was killed late, and the file half-changed.
void kill_late(const Runner& runner, const Words& command, const char* left) {
  const fs::path whole = runner.folder().string() + ".whole";
  fs::remove_all(whole);
  fs::copy(runner.folder(), whole, fs::copy_options::recursive);
  const auto counted = runner.run(command, {Kind::write, How::kill, 0});
  const auto writes = counted.calls[static_cast<unsigned>(Kind::write)];
  for (auto at = writes - 1; at > 0; --at) {
    fs::remove_all(runner.folder());
    fs::copy(whole, runner.folder(), fs::copy_options::recursive);
    runner.run(command, {Kind::write, How::kill, at});
    std::error_code error;
    const auto size = fs::file_size(runner.folder() / left, error);
    if (!error && size > 4096) break;
  }
  fs::remove_all(whole);
}

std::vector<Scenario> seedings() {
  const Words all = seed({"docs/a.txt", "docs/b.txt", "docs/c.txt"});
  const Words first = seed({"docs/a.txt", "docs/b.txt"});
  const Words over = attache({"export", "--force", "out"});
  const Words rejection = attache({"review", "reject", "b/organizations/guam", "--by", "ana"});
  return {
      {"seed-new", {}, {}, all},
      {"seed-more", {first}, {}, all},
      {"seed-changed", {all}, change_document, seed({"docs"})},
      {"seed-after-kill",
       {first},
       [all](const Runner& runner) { kill_late(runner, all, "base/kb.db-wal"); },
       all},
      {"force", {all}, {}, seed({"--force", "docs"})},
      {"refresh", {all}, {}, seed({"--refresh", "--force"})},
      {"seed-pattern", {first}, {}, seed({"docs/**/*.txt", "d*/c.txt"})},
      {"prune", {all}, remove_document, seed({"--prune", "docs"})},
      {"review", {all}, {}, rejection},
      {"refresh-reviewed", {all, rejection}, {}, seed({"--refresh", "--force"})},
      {"repair", {all}, empty_index, attache({"check", "--repair", "--yes"}), false},
      {"repair-columns", {all}, change_columns, attache({"check", "--repair", "--yes"}), false},
      {"export", {all}, {}, attache({"export", "out"}), true, over},
      {"export-again", {all, over}, {}, over},
  };
}

/// Those that bring in what was extracted or seeded elsewhere.
std::vector<Scenario> joinings() {
  const Words all = seed({"docs/a.txt", "docs/b.txt", "docs/c.txt"});
  const Words load = {"load", "--jobs", "1", base_file, results_file};
  const Words merge = {"merge", base_file, part_file};
  return {
      {"load-new", {}, extract_results, load},
      {"load-more", {seed({"docs/a.txt"})}, extract_results, load},
      {"merge-new", {all}, make_part, merge},
      {"merge-more", {all}, make_part_of_more, merge},
  };
}

std::vector<Scenario> queries() {
  const Words all = seed({"docs/a.txt", "docs/b.txt", "docs/c.txt"});
  const Words first = seed({"docs/a.txt", "docs/b.txt"});
  const Words organizations = attache({"organizations", "--evidence"});
  return {
      {"organizations", {all}, {}, organizations},
      {"search", {all}, {}, attache({"search", "united OR pipelines"})},
      {"show", {all}, {}, attache({"show", "b"})},
      {"documents", {all}, {}, attache({"documents"})},
      {"check", {all}, {}, attache({"check"})},
      {"query-after-kill",
       {first},
       [all](const Runner& runner) { kill_late(runner, all, "base/kb.db-wal"); },
       organizations},
      {"query-hot-journal",
       {},
       [all](const Runner& runner) { kill_late(runner, all, "base/kb.db-journal"); },
       organizations},
  };
}

}  // namespace

std::vector<std::string> attache(std::vector<std::string> words) {
  words.insert(words.begin(), {"--db", base_file});
  return words;
}

std::vector<Scenario> scenarios() {
  std::vector<Scenario> list = seedings();
  for (Scenario& scenario : joinings()) list.push_back(std::move(scenario));
  for (Scenario& scenario : queries()) list.push_back(std::move(scenario));
  return list;
}

void prepare(const Scenario& scenario, const Runner& runner) {
  write_documents(runner.folder() / "docs");
  for (const Words& command : scenario.before) {
    const Ended ended = runner.run(command);
    if (!ended.well()) throw std::runtime_error(scenario.name + " can't be prepared: " + ended.err);
  }
  if (scenario.then) scenario.then(runner);
}

Stored stored_in(const fs::path& file) {
  Stored stored;
  if (!fs::exists(file) || fs::file_size(file) == 0) return stored;
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE, 10'000);
  SQLite::Statement rows(
      database,
      "SELECT slug, sha256 || ' ' || "
      "(SELECT length(text) FROM document_texts AS t WHERE t.document_id = d.document_id) || ' ' ||"
      "(SELECT count(*) FROM sentences AS s WHERE s.document_id = d.document_id) || ' ' || "
      "(SELECT count(*) FROM organizations AS o WHERE o.document_id = d.document_id) || ' ' || "
      "(SELECT count(*) FROM organizations AS o JOIN citations USING (organization_id) "
      " WHERE o.document_id = d.document_id) || ' ' || "
      "(SELECT count(*) FROM organizations AS o WHERE o.document_id = d.document_id AND o.review = "
      "'rejected') FROM documents AS d");
  while (rows.executeStep())
    stored.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
  return stored;
}

std::map<std::string, std::string> files_beside(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    const bool own = path == base_file || path == std::string(base_file) + "-wal" ||
                     path == std::string(base_file) + "-shm" ||
                     path == std::string(base_file) + "-journal";
    if (entry.is_regular_file() && !own) files.emplace(path, contents(entry.path()));
  }
  return files;
}

}  // namespace fault
