// SPDX-License-Identifier: MIT
#include "seed/rules/toml_reader.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>

namespace attache {
namespace {

constexpr std::array known_keys{"id",      "patterns",   "effect", "side", "places",
                                "form",    "kind",       "own",    "list", "example",
                                "counter", "motivation", "hits"};

const std::vector<std::string_view>& effects(Table table) {
  using namespace effect;
  static const std::vector<std::string_view> principles{upholds, favours, opposes, blocks,
                                                        titles,  speaks,  violates};
  static const std::vector<std::string_view> priorities{aim, blocks, agent, speaker};
  static const std::vector<std::string_view> leaders{holds, blocks};
  static const std::vector<std::string_view> organizations{
      founder, chair,       member,        candidate, observer, partner,
      host,    contributor, former_member, mention,   blocks};
  switch (table) {
    case Table::principles: return principles;
    case Table::priorities: return priorities;
    case Table::leaders: return leaders;
    default: return organizations;
  }
}

class Reader {
 public:
  Reader(const std::string& file, Table table) : file_(file), table_(table) {}

  RuleFile read(const toml::table& root) {
    RuleFile out;
    for (const auto& [key, node] : root) {
      if (key == "cue") cues(node, out);
      else if (key == "sets") sets(node, out);
      else fail(node, "no key '" + std::string(key.str()) + "' here; [[cue]] and [sets] are known");
    }
    return out;
  }

 private:
  [[noreturn]] void fail(const toml::node& node, const std::string& what) const {
    throw DataError(file_, node.source().begin.line, what);
  }

  std::string text(const toml::node& node, std::string_view key) const {
    const auto* value = node.as_string();
    if (value == nullptr) fail(node, std::string(key) + " must be a string");
    return value->get();
  }

  std::vector<std::string> texts(const toml::node& node, std::string_view key) const {
    const auto* array = node.as_array();
    if (array == nullptr) fail(node, std::string(key) + " must be a list of strings");
    std::vector<std::string> out;
    for (const auto& item : *array) out.push_back(text(item, key));
    return out;
  }

  void sets(const toml::node& node, RuleFile& out) const {
    const auto* table = node.as_table();
    if (table == nullptr) fail(node, "[sets] must be a table of lists");
    for (const auto& [key, value] : *table)
      out.sets[std::string(key.str())] = texts(value, key.str());
  }

  void cues(const toml::node& node, RuleFile& out) const {
    const auto* array = node.as_array();
    if (array == nullptr) fail(node, "write [[cue]], with double brackets");
    for (const auto& item : *array) {
      const auto* table = item.as_table();
      if (table == nullptr) fail(item, "a cue must be a table");
      out.cues.push_back(cue(*table));
    }
  }

  Cue cue(const toml::table& table) const {
    Cue cue;
    cue.table = table_;
    cue.file = file_;
    cue.line = table.source().begin.line;
    for (const auto& [key, node] : table) field(cue, key.str(), node);
    for (const auto* needed : {&cue.id, &cue.effect, &cue.example, &cue.motivation}) {
      if (needed->empty()) fail(table, "a cue needs id, effect, patterns, example and motivation");
    }
    if (cue.patterns.empty()) fail(table, "the cue " + cue.id + " has no patterns");
    if (cue.effect == effect::aim && cue.places.empty() == (cue.side == Side::tree))
      fail(table, "the cue " + cue.id + " needs places with side = \"tree\", and only there");
    return cue;
  }

  void field(Cue& cue, std::string_view key, const toml::node& node) const {
    if (key == "id") cue.id = text(node, key);
    else if (key == "patterns") cue.patterns = texts(node, key);
    else if (key == "effect") cue.effect = one_of(node, text(node, key), effects(table_), key);
    else if (key == "side") cue.side = side(node);
    else if (key == "places") cue.places = places(node);
    else if (key == "form") cue.form = form(node);
    else if (key == "kind") cue.kind = text(node, key);
    else if (key == "own") cue.own = boolean(node, key);
    else if (key == "list") cue.list = boolean(node, key);
    else if (key == "example") cue.example = text(node, key);
    else if (key == "counter") cue.counter = text(node, key);
    else if (key == "motivation") cue.motivation = text(node, key);
    else if (key == "hits") cue.hits = node.value<std::int64_t>().value_or(0);
    else unknown_key(node, key);
  }

  [[noreturn]] void unknown_key(const toml::node& node, std::string_view key) const {
    std::string all;
    for (const auto* known : known_keys) all += (all.empty() ? "" : ", ") + std::string(known);
    fail(node, "no key '" + std::string(key) + "' in a cue; known are " + all);
  }

  std::string one_of(const toml::node& node, const std::string& value,
                     const std::vector<std::string_view>& known, std::string_view key) const {
    if (std::find(known.begin(), known.end(), value) != known.end()) return value;
    std::string all;
    for (const auto k : known) all += (all.empty() ? "" : ", ") + std::string(k);
    fail(node, std::string(key) + " '" + value + "' is none of " + all);
  }

  Side side(const toml::node& node) const {
    static const std::vector<std::string_view> names{"after",  "before", "capture",
                                                     "around", "back",   "tree"};
    const auto value = one_of(node, text(node, "side"), names, "side");
    return static_cast<Side>(std::find(names.begin(), names.end(), value) - names.begin());
  }

  /// What names no other place is a preposition.
  std::vector<AimPlace> places(const toml::node& node) const {
    static constexpr std::array<std::string_view, 5> names{"infinitive", "object", "subject",
                                                           "predicate", "clause"};
    std::vector<AimPlace> out;
    for (auto& word : texts(node, "places")) {
      const auto kind = std::find(names.begin(), names.end(), word) - names.begin();
      out.push_back({static_cast<AimPlace::Kind>(kind), std::move(word)});
    }
    return out;
  }

  Form form(const toml::node& node) const {
    static const std::vector<std::string_view> names{"any", "infinitive", "gerund", "noun",
                                                     "outcome"};
    const auto value = one_of(node, text(node, "form"), names, "form");
    return static_cast<Form>(std::find(names.begin(), names.end(), value) - names.begin());
  }

  bool boolean(const toml::node& node, std::string_view key) const {
    const auto* value = node.as_boolean();
    if (value == nullptr) fail(node, std::string(key) + " must be true or false");
    return value->get();
  }

  const std::string& file_;
  Table table_;
};

}  // namespace

RuleFile read_rule_file(std::string_view text, const std::string& file, Table table) {
  try {
    return Reader(file, table).read(toml::parse(text, file));
  } catch (const toml::parse_error& error) {
    throw DataError(file, error.source().begin.line,
                    "is not TOML: " + std::string(error.description()));
  }
}

}  // namespace attache
