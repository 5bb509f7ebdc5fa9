// SPDX-License-Identifier: MIT
#include "seed/frames/frames_reader.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "seed/frames/word_kinds.h"
#include "seed/lexicon/cell_forms.h"
#include "seed/lexicon/table_rows.h"
#include "seed/text/fold.h"
#include "seed/text/word_class.h"

namespace attache {
namespace {

constexpr std::array<Named<Standing>, standings> standing_names{{
    {"asserted", Standing::asserted},
    {"denied", Standing::denied},
    {"supposed", Standing::supposed},
    {"wished", Standing::wished},
    {"urged", Standing::urged},
    {"planned", Standing::planned},
    {"ended", Standing::ended},
}};

constexpr std::array<Named<LexicalUnit::Part>, 3> unit_parts{{
    {"verb", LexicalUnit::Part::verb},
    {"noun", LexicalUnit::Part::noun},
    {"predicate", LexicalUnit::Part::predicate},
}};

constexpr std::array<Named<Place::Kind>, 5> place_kinds{{
    {"subject", Place::Kind::subject},
    {"object", Place::Kind::object},
    {"possessor", Place::Kind::possessor},
    {"modifier", Place::Kind::modifier},
    {"bearer", Place::Kind::bearer},
}};

template <typename Value, std::size_t count>
std::optional<Value> value_of(const std::array<Named<Value>, count>& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Named<Value>& entry) { return entry.first == name; });
  if (found == table.end()) return std::nullopt;
  return found->second;
}

template <typename Value, std::size_t count>
std::string names_of(const std::array<Named<Value>, count>& table) {
  std::string all;
  for (const auto& entry : table) all += (all.empty() ? "" : ", ") + std::string(entry.first);
  return all;
}

class Reader {
 public:
  Reader(const std::string& file, Lexicon& lexicon, Frames& frames)
      : file_(file), lexicon_(lexicon), frames_(frames), known_roles_(roles_of(frames)) {}

  void read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      if (key == "frame") each(node, "frame", [&](const toml::table& t) { frame(t); });
      else if (key == "words") words(table_of(node, "words"));
      else if (key == "governors") governors(table_of(node, "governors"));
      else
        fail(node, "no key '" + std::string(key.str()) +
                       "' here; [[frame]], [words] and [governors] are known");
    }
  }

 private:
  [[noreturn]] void fail(const toml::node& node, const std::string& what) const {
    throw DataError(file_, node.source().begin.line, what);
  }

  const toml::table& table_of(const toml::node& node, std::string_view key) const {
    const auto* table = node.as_table();
    if (table == nullptr) fail(node, std::string(key) + " must be a table");
    return *table;
  }

  template <typename Take>
  void each(const toml::node& node, std::string_view key, Take take) const {
    const auto* array = node.as_array();
    if (array == nullptr) fail(node, std::string(key) + " must be a list of tables");
    for (const auto& item : *array) take(table_of(item, key));
  }

  std::string text(const toml::node& node, std::string_view key) const {
    const auto* value = node.as_string();
    if (value == nullptr) fail(node, std::string(key) + " must be a string");
    return value->get();
  }

  bool boolean(const toml::node& node, std::string_view key) const {
    const auto* value = node.as_boolean();
    if (value == nullptr) fail(node, std::string(key) + " must be true or false");
    return value->get();
  }

  template <typename Take>
  void each_text(const toml::node& node, std::string_view key, Take take) const {
    const auto* array = node.as_array();
    if (array == nullptr) fail(node, std::string(key) + " must be a list of strings");
    for (const auto& item : *array) take(text(item, key));
  }

  /// "word" as it stands, "word~" in all its inflections.
  std::vector<WordId> forms_of(std::string_view word) const {
    const bool inflected = word.ends_with('~');
    if (inflected) word.remove_suffix(1);
    const auto base = word == "n't" || word == "'s" ? std::string(word) : fold_word(word);
    std::vector<WordId> forms{lexicon_.vocabulary.intern(base)};
    if (!inflected) return forms;
    for (const auto& form : inflections(base)) forms.push_back(lexicon_.vocabulary.intern(form));
    if (const auto irregular = lexicon_.irregular.find(base);
        irregular != lexicon_.irregular.end()) {
      for (const auto& form : irregular->second) forms.push_back(lexicon_.vocabulary.intern(form));
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
  }

  void words(const toml::table& table) {
    for (const auto& [key, node] : table) {
      const auto kind = value_of(word_kinds, key.str());
      if (!kind)
        fail(node, "no kind of words '" + std::string(key.str()) + "'; known are " +
                       names_of(word_kinds));
      each_text(node, key.str(), [&](const std::string& word) {
        for (const auto form : forms_of(word)) {
          if (form >= frames_.kinds.size()) frames_.kinds.resize(form + 1, 0);
          frames_.kinds[form] |= static_cast<std::uint64_t>(*kind);
        }
      });
    }
  }

  void governors(const toml::table& table) {
    for (const auto& [key, node] : table) {
      const auto standing = value_of(standing_names, key.str());
      if (!standing)
        fail(node,
             "no standing '" + std::string(key.str()) + "'; known are " + names_of(standing_names));
      each_text(node, key.str(), [&](const std::string& word) {
        const auto space = word.find(' ');
        for (const auto form : forms_of(word.substr(0, space))) {
          if (space == std::string::npos) frames_.governors[form] = *standing;
          else frames_.pair_governors[{form, forms_of(word.substr(space + 1)).front()}] = *standing;
        }
      });
    }
  }

  void frame(const toml::table& table) {
    const auto* name = table.get("name");
    if (name == nullptr) fail(table, "a frame needs a name");
    const std::string called = text(*name, "name");
    if (!is_slug(called))
      fail(*name, "name '" + called + "' is not a slug: lower-case letters, digits and hyphens");
    const auto index = frame_named(called);
    for (const auto& [key, node] : table) {
      if (key == "name") continue;
      if (key == "units") {
        each(node, "units", [&](const toml::table& t) { unit(t, index); });
      } else if (key == "in_mission") {
        frames_.frames[index].in_mission = role(node, key.str());
      } else if (key == "cultivated") {
        frames_.frames[index].cultivated = boolean(node, key.str());
      } else if (key == "cities") {
        frames_.frames[index].cities = boolean(node, key.str());
      } else if (const auto standing = value_of(standing_names, key.str())) {
        frames_.frames[index].roles[static_cast<std::size_t>(*standing)] = role(node, key.str());
      } else {
        fail(node, "no key '" + std::string(key.str()) +
                       "' in a frame; known are name, units, cities, cultivated, in_mission, " +
                       names_of(standing_names));
      }
    }
    const auto& roles = frames_.frames[index].roles;
    if (std::all_of(roles.begin(), roles.end(), [](const std::string& r) { return r.empty(); }))
      fail(table, "the frame '" + called + "' is new and gives no role; say which by one of " +
                      names_of(standing_names));
  }

  /// A user's frames give roles that there are: those of the built-in frames, which come before.
  std::string role(const toml::node& node, std::string_view key) const {
    const std::string given = text(node, key);
    if (known_roles_.empty() || known_roles_.contains(given)) return given;
    std::string all;
    for (const std::string& known : known_roles_) all += (all.empty() ? "" : ", ") + known;
    fail(node, std::string(key) + " '" + given + "' is none of " + all);
  }

  static std::set<std::string> roles_of(const Frames& frames) {
    std::set<std::string> all;
    for (const Frame& frame : frames.frames)
      for (const std::string& role : frame.roles)
        if (!role.empty()) all.insert(role);
    return all;
  }

  std::uint32_t frame_named(const std::string& name) {
    const auto found = std::find_if(frames_.frames.begin(), frames_.frames.end(),
                                    [&](const Frame& frame) { return frame.name == name; });
    if (found != frames_.frames.end())
      return static_cast<std::uint32_t>(found - frames_.frames.begin());
    frames_.frames.push_back({name, {}, false, false, {}});
    return static_cast<std::uint32_t>(frames_.frames.size() - 1);
  }

  void unit(const toml::table& table, std::uint32_t frame) {
    LexicalUnit unit;
    unit.frame = frame;
    unit.file = file_;
    unit.line = table.source().begin.line;
    std::vector<std::string> lemmas;
    for (const auto& [key, node] : table) {
      if (const auto part = value_of(unit_parts, key.str())) {
        if (!lemmas.empty()) fail(node, "a unit is a verb, a noun or a predicate, one of them");
        unit.part = *part;
        lemmas = split(text(node, key.str()));
      } else if (key == "with") {
        for (const auto& word : split(text(node, key.str()))) {
          for (const auto form : forms_of(word + "~")) unit.with.push_back(form);
        }
      } else if (key == "bare") unit.bare = boolean(node, key.str());
      else if (key == "singular") unit.singular = boolean(node, key.str());
      else if (key == "linked") unit.linked = boolean(node, key.str());
      else if (key == "direct") unit.direct = boolean(node, key.str());
      else if (key == "settled") unit.settled = boolean(node, key.str());
      else if (key == "implied") unit.implied = boolean(node, key.str());
      else if (key == "kind") unit.kind = text(node, key.str());
      else if (key == "body") unit.body = places(node, key.str());
      else if (key == "holder") unit.holder = places(node, key.str());
      else if (key == "example") unit.example = text(node, key.str());
      else if (key == "counter") unit.counter = text(node, key.str());
      else
        fail(node, "no key '" + std::string(key.str()) + "' in a unit; known are " +
                       names_of(unit_parts) +
                       ", with, bare, singular, direct, settled, linked, implied, kind, body, "
                       "holder, example, counter");
    }
    if (lemmas.empty() || unit.body.empty() || unit.example.empty())
      fail(table, "a unit needs verb, noun or predicate, body and example");
    check(table, unit, lemmas);
    if (unit.holder.empty()) unit.holder.push_back({usual_holder(unit.part), {}});
    add(std::move(unit), lemmas);
  }

  void check(const toml::table& table, const LexicalUnit& unit,
             const std::vector<std::string>& lemmas) const {
    for (const std::string& lemma : lemmas)
      if (lemma.find(' ') != std::string::npos)
        fail(table, "'" + lemma +
                        "' is several words; a unit is one, and with = \"...\" names what "
                        "hangs on it");
    const auto open = unit.example.find("[["), close = unit.example.find("]]");
    if (open == std::string::npos || close == std::string::npos || close <= open + 2)
      fail(table, "the example marks no body; put [[ and ]] around it");
    if (!unit.kind.empty() && !is_body_kind(lexicon_.tables, unit.kind))
      fail(table, "kind '" + unit.kind + "' is none of " + body_kinds_of(lexicon_.tables));
  }

  void add(LexicalUnit unit, const std::vector<std::string>& lemmas) {
    for (const auto& lemma : lemmas) {
      unit.id = frames_.frames[unit.frame].name + '.' + lemma;
      const auto index = static_cast<std::uint32_t>(frames_.units.size());
      for (const auto form : forms_of(lemma + '~')) frames_.units_of[form].push_back(index);
      frames_.units.push_back(unit);
    }
  }

  static Place::Kind usual_holder(LexicalUnit::Part part) {
    switch (part) {
      case LexicalUnit::Part::verb: return Place::Kind::subject;
      case LexicalUnit::Part::noun: return Place::Kind::possessor;
      default: return Place::Kind::bearer;
    }
  }

  /// "object|of|in": the words that name no place are prepositions.
  std::vector<Place> places(const toml::node& node, std::string_view key) const {
    std::vector<Place> out;
    Place oblique{Place::Kind::oblique, {}};
    for (const auto& word : split(text(node, key))) {
      if (const auto kind = value_of(place_kinds, word)) out.push_back({*kind, {}});
      else oblique.prepositions.push_back(preposition(node, word));
    }
    if (!oblique.prepositions.empty()) out.push_back(std::move(oblique));
    return out;
  }

  WordId preposition(const toml::node& node, const std::string& word) const {
    const WordId id = forms_of(word).front();
    if (!any(lexicon_.vocabulary.classes(id), WordClass::preposition))
      fail(node,
           "place '" + word + "' is none of " + names_of(place_kinds) + ", and no preposition");
    return id;
  }

  static std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
      const auto bar = std::min(text.find('|'), text.size());
      if (bar > 0) parts.emplace_back(text.substr(0, bar));
      text.remove_prefix(std::min(bar + 1, text.size()));
    }
    return parts;
  }

  const std::string& file_;
  Lexicon& lexicon_;
  Frames& frames_;
  const std::set<std::string> known_roles_;  ///< by frames of other files; empty in the first one
};

}  // namespace

std::string_view name_of(Standing standing) {
  return standing_names[static_cast<std::size_t>(standing)].first;
}

void read_frames(std::string_view text, const std::string& file, Lexicon& lexicon, Frames& frames) {
  try {
    Reader(file, lexicon, frames).read(toml::parse(text, file));
  } catch (const toml::parse_error& error) {
    throw DataError(file, error.source().begin.line,
                    "is not TOML: " + std::string(error.description()));
  }
}

}  // namespace attache
