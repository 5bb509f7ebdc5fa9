// SPDX-License-Identifier: MIT
#include "seed/rules/rules.h"

#include <algorithm>
#include <array>

#include "seed/lexicon/data_files.h"
#include "seed/lexicon/table_rows.h"
#include "seed/lexicon/user_text.h"
#include "seed/rules/cue_check.h"
#include "seed/rules/toml_reader.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 4> table_names{"principles", "priorities", "organizations",
                                                      "leaders"};

Table table_of(const std::string& file) {
  const auto stem = std::filesystem::path(file).stem().string();
  const auto found = std::find(table_names.begin(), table_names.end(), stem);
  if (found == table_names.end())
    throw DataError(
        file +
        ": rules files are principles, priorities, organizations and leaders.toml; files "
        "of frames stand in a folder 'frames' beside them");
  return static_cast<Table>(found - table_names.begin());
}

std::vector<DataFile> overlay_files(const std::filesystem::path& overlay) {
  if (overlay.empty()) return {};
  std::error_code error;
  if (!std::filesystem::is_directory(overlay, error))
    throw DataError(overlay.string() + ": is no folder; --rules takes a folder with TOML files");
  std::vector<DataFile> files = data_files(overlay, ".toml");
  const auto frames = overlay / "frames";
  if (files.empty() &&
      (!std::filesystem::is_directory(frames, error) || data_files(frames, ".toml").empty()))
    throw DataError(overlay.string() +
                    ": neither it nor its folder 'frames' has a file whose name ends in .toml; "
                    "--rules takes a folder with TOML files, --lexicon one with CSV files");
  return files;
}

void add_cues(std::vector<Cue>& all, std::vector<Cue> more, bool may_replace) {
  for (auto& cue : more) {
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Cue& c) { return c.id == cue.id; });
    if (known == all.end()) all.push_back(std::move(cue));
    else if (may_replace && known->file != cue.file) *known = std::move(cue);
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
      add(wording.pattern, {PatternOwner::Kind::norm, i},
          [&] { return place_in("norm_wordings", i); });
    }
    for (std::uint32_t i = 0; i < lexicon_.theme_wordings.size(); ++i) {
      guarded([&] { return place_in("theme_words", i); },
              [&] {
                rules_.theme_patterns.add(lexicon_.theme_wordings[i].pattern, i, sets_,
                                          lexicon_.vocabulary);
              });
    }
    rules_.cue_patterns.finish(lexicon_.vocabulary);
    rules_.theme_patterns.finish(lexicon_.vocabulary);
  }

 private:
  void cue(std::uint32_t index) {
    auto& cue = rules_.cues[index];
    check_cue(cue, lexicon_);
    for (auto& place : cue.places) {
      if (place.kind == AimPlace::Kind::oblique)
        place.preposition = lexicon_.vocabulary.intern(fold_word(place.word));
    }
    for (const auto& pattern : cue.patterns)
      add(pattern, {PatternOwner::Kind::cue, index},
          [&] { return cue.file + ":" + std::to_string(cue.line); });
  }

  /// A table's wordings are those of its rows, in their order.
  std::string place_in(std::string_view name, std::uint32_t row) const {
    const CsvTable& table = table_named(lexicon_.tables, name);
    return table.place(table.rows[row]);
  }

  template <typename Place>
  void add(const std::string& pattern, PatternOwner owner, Place where) {
    rules_.owners.push_back(owner);
    const auto payload = static_cast<std::uint32_t>(rules_.owners.size() - 1);
    guarded(where, [&] { rules_.cue_patterns.add(pattern, payload, sets_, lexicon_.vocabulary); });
  }

  template <typename Place, typename Action>
  void guarded(Place where, Action action) {
    try {
      action();
    } catch (const PatternError& error) {
      throw DataError(where() + ": " + error.what());
    }
  }

  Rules& rules_;
  Lexicon& lexicon_;
  PatternSet::Sets sets_;
};

}  // namespace

std::string_view name_of(Table table) { return table_names[static_cast<std::size_t>(table)]; }

Rules load_rules(std::span<const EmbeddedFile> built_in, const std::filesystem::path& overlay,
                 Lexicon& lexicon) {
  Rules rules;
  PatternSet::Sets sets;
  DataDigest digest;
  const auto take = [&](std::string_view bytes, const std::string& name, bool may_replace) {
    digest.add(bytes);
    if (may_replace) check_text(bytes, name);
    auto read = read_rule_file(bytes, name, table_of(name));
    for (auto& [set, phrases] : read.sets) sets[set] = std::move(phrases);
    add_cues(rules.cues, std::move(read.cues), may_replace);
  };
  for (const auto& file : built_in) take(file.bytes, std::string(file.name), false);
  for (const auto& [path, bytes] : overlay_files(overlay)) take(bytes, path.string(), true);
  Compiler(rules, lexicon, std::move(sets)).run();
  rules.version = digest.hex();
  return rules;
}

}  // namespace attache
