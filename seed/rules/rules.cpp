// SPDX-License-Identifier: MIT
#include "seed/rules/rules.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "seed/rules/toml_reader.h"

namespace attache {
namespace {

struct File {
  std::string name;  ///< as messages name it
  std::string bytes;
  Table table;
};

Table table_of(const std::string& file) {
  const auto stem = std::filesystem::path(file).stem().string();
  if (stem == "principles") return Table::principles;
  if (stem == "priorities") return Table::priorities;
  if (stem == "organizations") return Table::organizations;
  if (stem == "leaders") return Table::leaders;
  throw DataError(file +
                  ": rules files are principles, priorities, organizations and leaders.toml");
}

std::vector<File> overlay_files(const std::filesystem::path& overlay) {
  std::vector<File> files;
  if (overlay.empty()) return files;
  std::error_code error;
  if (!std::filesystem::is_directory(overlay, error))
    throw DataError(overlay.string() + ": is no folder; --rules takes a folder with TOML files");
  for (const auto& entry : std::filesystem::directory_iterator(overlay)) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    if (!in) throw DataError(entry.path().string() + ": can't be read; check its permissions");
    files.push_back({entry.path().string(),
                     {std::istreambuf_iterator<char>(in), {}},
                     table_of(entry.path().string())});
  }
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.name < b.name; });
  return files;
}

void add_cues(std::vector<Cue>& all, std::vector<Cue> more, bool may_replace) {
  for (auto& cue : more) {
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Cue& c) { return c.id == cue.id; });
    if (known == all.end()) all.push_back(std::move(cue));
    else if (may_replace) *known = std::move(cue);
    else throw DataError(cue.file, cue.line, "the id '" + cue.id + "' is taken already");
  }
}

class Compiler {
 public:
  Compiler(Rules& rules, Lexicon& lexicon, PatternSet::Sets sets)
      : rules_(rules), lexicon_(lexicon), sets_(std::move(sets)) {
    for (const auto& [base, forms] : lexicon.irregular) sets_["~" + base] = forms;
  }

  void run() {
    for (std::uint32_t i = 0; i < rules_.cues.size(); ++i) cue(i);
    for (std::uint32_t i = 0; i < lexicon_.norm_wordings.size(); ++i) {
      const auto& wording = lexicon_.norm_wordings[i];
      add(wording.pattern, {PatternOwner::Kind::norm, i}, "norm_wordings.csv");
    }
    for (std::uint32_t i = 0; i < lexicon_.theme_wordings.size(); ++i) {
      guarded("theme_words.csv", [&] {
        rules_.theme_patterns.add(lexicon_.theme_wordings[i].pattern, i, sets_,
                                  lexicon_.vocabulary);
      });
    }
    rules_.cue_patterns.finish(lexicon_.vocabulary);
    rules_.theme_patterns.finish(lexicon_.vocabulary);
  }

 private:
  void cue(std::uint32_t index) {
    const auto& cue = rules_.cues[index];
    for (const auto& pattern : cue.patterns)
      add(pattern, {PatternOwner::Kind::cue, index}, cue.file + ":" + std::to_string(cue.line));
  }

  void add(const std::string& pattern, PatternOwner owner, const std::string& where) {
    rules_.owners.push_back(owner);
    const auto payload = static_cast<std::uint32_t>(rules_.owners.size() - 1);
    guarded(where, [&] { rules_.cue_patterns.add(pattern, payload, sets_, lexicon_.vocabulary); });
  }

  template <typename Action>
  void guarded(const std::string& where, Action action) {
    try {
      action();
    } catch (const PatternError& error) {
      throw DataError(where + ": " + error.what());
    }
  }

  Rules& rules_;
  Lexicon& lexicon_;
  PatternSet::Sets sets_;
};

}  // namespace

Rules load_rules(std::span<const EmbeddedFile> built_in, const std::filesystem::path& overlay,
                 Lexicon& lexicon) {
  Rules rules;
  PatternSet::Sets sets;
  std::uint64_t hash = 14695981039346656037ull;
  const auto take = [&](const File& file, bool may_replace) {
    for (const char c : file.bytes)
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    auto read = read_rule_file(file.bytes, file.name, file.table);
    for (auto& [name, phrases] : read.sets) sets[name] = std::move(phrases);
    add_cues(rules.cues, std::move(read.cues), may_replace);
  };
  for (const auto& file : built_in)
    take({std::string(file.name), std::string(file.bytes), table_of(std::string(file.name))},
         false);
  for (const auto& file : overlay_files(overlay)) take(file, true);
  Compiler(rules, lexicon, std::move(sets)).run();
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
  rules.version = hex;
  return rules;
}

}  // namespace attache
