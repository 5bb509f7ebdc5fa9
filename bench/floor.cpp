// SPDX-License-Identifier: MIT
// The floor that seeding is measured against: a bare loader that cuts after `.`, `!` or `?` before
// white space, stores documents and sentences in one transaction and builds a full-text index
// (unicode61, external content) at its end.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read_whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Calls visit(sentence) for each piece of the text.
template <typename Visit>
void cut(std::string_view text, Visit visit) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
    if (!stop || (i + 1 < text.size() && !white(text[i + 1]))) continue;
    visit(text.substr(begin, i + 1 - begin));
    begin = i + 1;
    while (begin < text.size() && white(text[begin])) ++begin;
  }
  if (begin < text.size()) visit(text.substr(begin));
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void load(const fs::path& folder, const std::string& file) {
  SQLite::Database base(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  base.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  base.exec(
      "CREATE TABLE documents(document_id INTEGER PRIMARY KEY, path TEXT, text TEXT);"
      "CREATE TABLE sentences(sentence_id INTEGER PRIMARY KEY, document_id INTEGER, text TEXT);"
      "CREATE VIRTUAL TABLE sentences_fts USING fts5(text, content='sentences', "
      "content_rowid='sentence_id', tokenize='unicode61')");
  SQLite::Transaction transaction(base);
  SQLite::Statement document(base, "INSERT INTO documents(path, text) VALUES (?, ?)");
  SQLite::Statement sentence(base, "INSERT INTO sentences(document_id, text) VALUES (?, ?)");
  for (const auto& path : files_below(folder)) {
    const auto text = read_whole(path);
    document.bind(1, path.string());
    document.bind(2, text);
    document.exec();
    document.reset();
    const auto id = base.getLastInsertRowid();
    cut(text, [&](std::string_view piece) {
      sentence.bind(1, id);
      sentence.bind(2, std::string(piece));
      sentence.exec();
      sentence.reset();
    });
  }
  base.exec("INSERT INTO sentences_fts(sentences_fts) VALUES ('rebuild')");
  transaction.commit();
  base.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: attache-floor FOLDER DATABASE\n", stderr);
    return 2;
  }
  try {
    load(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "attache-floor: %s\n", error.what());
    return 1;
  }
  return 0;
}
