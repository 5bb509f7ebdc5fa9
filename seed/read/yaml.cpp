// SPDX-License-Identifier: MIT
#include "seed/read/yaml.h"

#include <yaml.h>

#include <array>
#include <map>
#include <string>

namespace attache {
namespace {

constexpr std::size_t deepest = 16;
constexpr std::size_t longest_path = 400;  ///< in bytes: each value repeats it
constexpr std::size_t most_from_aliases = 64u << 10;

struct Event {
  yaml_event_t event{};
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event); }
};

struct Parser {
  yaml_parser_t state{};
  explicit Parser(std::string_view yaml) {
    usable = yaml_parser_initialize(&state) != 0;
    if (usable)
      yaml_parser_set_input_string(&state, reinterpret_cast<const unsigned char*>(yaml.data()),
                                   yaml.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (usable) yaml_parser_delete(&state);
  }
  bool usable = false;
};

std::string text_of(const yaml_char_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

bool is_null(const yaml_event_t& event) {
  if (event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE) return false;
  constexpr std::array<std::string_view, 5> spellings = {"", "~", "null", "Null", "NULL"};
  const std::string value = text_of(event.data.scalar.value, event.data.scalar.length);
  for (const std::string_view spelling : spellings)
    if (value == spelling) return true;
  return false;
}

/// Takes the events of one document and gathers its entries. Events and not a tree: aliases stay
/// aliases, and nothing is built that hostile YAML could make large.
class Collector {
 public:
  /// Returns false where this is not what is wanted.
  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_MAPPING_START_EVENT: return open(true);
      case YAML_SEQUENCE_START_EVENT: return !levels_.empty() && open(false);
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT: levels_.pop_back(); return true;
      case YAML_SCALAR_EVENT: return scalar(event);
      case YAML_ALIAS_EVENT: return alias(event);
      case YAML_DOCUMENT_START_EVENT: return documents_++ == 0;
      default: return true;
    }
  }

  std::vector<MetadataEntry> entries;

 private:
  struct Level {
    bool mapping = false;
    std::string path;  ///< of the keys above
    std::string key;   ///< the path of the value that comes next
    bool has_key = false;
  };

  bool open(bool mapping) {
    if (levels_.size() == deepest || wants_key()) return false;
    levels_.push_back({mapping, value_path(), {}, false});
    if (levels_.size() > 1) levels_[levels_.size() - 2].has_key = false;
    return true;
  }
  bool wants_key() const {
    return !levels_.empty() && levels_.back().mapping && !levels_.back().has_key;
  }
  std::string value_path() const {
    if (levels_.empty()) return {};
    return levels_.back().mapping ? levels_.back().key : levels_.back().path;
  }

  bool scalar(const yaml_event_t& event) {
    if (levels_.empty()) return false;
    std::string value = text_of(event.data.scalar.value, event.data.scalar.length);
    if (wants_key()) return key(value);
    if (event.data.scalar.anchor != nullptr)
      anchors_[reinterpret_cast<const char*>(event.data.scalar.anchor)] = value;
    return is_null(event) ? skip() : add(std::move(value));
  }
  bool key(const std::string& name) {
    Level& level = levels_.back();
    level.key = level.path.empty() ? name : level.path + "." + name;
    level.has_key = true;
    return !name.empty() && level.key.size() <= longest_path;
  }
  bool alias(const yaml_event_t& event) {
    if (levels_.empty() || wants_key()) return false;
    const auto named = anchors_.find(reinterpret_cast<const char*>(event.data.alias.anchor));
    if (named == anchors_.end()) return skip();  // of a list or mapping
    from_aliases_ += named->second.size();
    return from_aliases_ <= most_from_aliases && add(named->second);
  }
  bool add(std::string value) {
    while (!value.empty() && value.back() == '\n') value.pop_back();
    entries.push_back({value_path(), std::move(value)});
    return skip();
  }
  bool skip() {
    levels_.back().has_key = false;
    return true;
  }

  std::vector<Level> levels_;
  std::map<std::string, std::string, std::less<>> anchors_;
  std::size_t from_aliases_ = 0;
  int documents_ = 0;
};

}  // namespace

std::optional<std::vector<MetadataEntry>> yaml_entries(std::string_view yaml) {
  Parser parser(yaml);
  Collector collector;
  if (!parser.usable) return std::nullopt;
  while (true) {
    Event read;
    if (yaml_parser_parse(&parser.state, &read.event) == 0) return std::nullopt;
    if (read.event.type == YAML_STREAM_END_EVENT) break;
    if (!collector.take(read.event)) return std::nullopt;
  }
  return std::move(collector.entries);
}

}  // namespace attache
