// SPDX-License-Identifier: MIT
#include "seed/read/front_matter.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "seed/read/authors.h"
#include "seed/read/metadata_keys.h"
#include "seed/read/toml_entries.h"
#include "seed/read/word_list.h"
#include "seed/read/yaml.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

constexpr std::size_t longest = 64u << 10;

struct Block {
  std::string_view keys;
  bool toml = false;      ///< between +++, as Hugo writes it
  bool behind_blank = false;  ///< lines without words stand before it
  std::size_t end = 0;        ///< of the closing line
  std::size_t lines = 0;  ///< with those that enclose it
};

std::optional<std::vector<MetadataEntry>> entries_of(const Block& block) {
  return block.toml ? toml_entries(block.keys) : yaml_entries(block.keys);
}

std::string_view without_blanks_behind(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

/// What stands between the two lines.
std::optional<Block> block_in(std::string_view text) {
  std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  const auto next_line = [&] {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    return without_blanks_behind(line);
  };
  Block block;
  const std::size_t words = text.find_first_not_of(" \t\r\n", at);
  const std::size_t line = words == std::string_view::npos ? at : text.rfind('\n', words) + 1;
  block.behind_blank = line > at;  // npos + 1 is 0
  at = std::max(at, line);
  block.toml = text.substr(at, 3) == "+++";
  const std::string_view fence = block.toml ? "+++" : "---";
  if (text.substr(at, 3) != fence || next_line() != fence) return std::nullopt;
  const std::size_t begin = at;
  block.lines = 1;
  while (at < text.size() && at - begin <= longest) {
    const std::size_t line_at = at;
    const std::string_view mark = next_line();
    ++block.lines;
    if (mark != fence && (block.toml || mark != "...")) continue;
    block.keys = text.substr(begin, line_at - begin);
    block.end = at;
    return block;
  }
  return std::nullopt;  // never closed: a rule and not front matter
}

/// Whether a key is one word, as keys are and beginnings of sentences seldom.
bool is_word(std::string_view key) {
  return std::all_of(key.begin(), key.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return std::isalnum(code) != 0 || code >= 0x80 || byte == '_' || byte == '-' || byte == '.' ||
           byte == ':';
  });
}

bool has_usual(const std::vector<MetadataEntry>& entries) {
  return std::any_of(entries.begin(), entries.end(),
                     [](const MetadataEntry& entry) { return usual_role(entry.key).has_value(); });
}

bool has_words_only(const std::vector<MetadataEntry>& entries) {
  return std::all_of(entries.begin(), entries.end(),
                     [](const MetadataEntry& entry) { return is_word(entry.key); });
}

/// "title: Peace", "date = 2004": a key that is usual and a value.
bool looks_like_key(std::string_view line, bool toml) {
  const std::size_t mark = line.find(toml ? '=' : ':');
  if (mark == std::string_view::npos) return false;
  const auto key = without_blanks_behind(line.substr(0, mark));
  return !key.empty() && is_word(key) && usual_role(key).has_value();
}

/// The plainest name of a role first: `date` rules and `year` is kept as it stands.
void add_in_order(Metadata& metadata, const std::vector<MetadataEntry>& entries) {
  std::vector<std::string> names;
  for (const MetadataEntry& entry : entries) names.push_back(entry.key);
  std::vector<bool> done(entries.size());
  for (const MetadataRole role : {MetadataRole::title, MetadataRole::country, MetadataRole::date,
                                  MetadataRole::language, MetadataRole::source}) {
    const auto place = usually(role, names);
    if (!place || (role == MetadataRole::country && names_several_countries(entries))) continue;
    add_said(metadata, role, entries[*place].key, entries[*place].value);
    done[*place] = true;
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto role = usual_role(entries[i].key);
    const bool dated = role == MetadataRole::date && metadata.date.empty();
    if (done[i]) continue;
    if (word_list("author key").contains(ascii::lower_case(entries[i].key)))
      add_authors(metadata, entries[i].value);
    else add_said(metadata, dated ? role : std::nullopt, entries[i].key, entries[i].value);
  }
}

/// pandoc's title block: up to three fields, each behind `%` and going on in lines that begin with
/// a blank, and an empty line behind them. Nothing where it is none.
std::size_t read_title_block(std::string_view text, Metadata& metadata) {
  constexpr std::size_t most = 3;
  std::vector<std::string> fields;
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < text.size() && at < longest) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = without_blanks_behind(text.substr(at, end - at));
    const bool begins = line == "%" || line.starts_with("% ");
    if (!begins && !(line.starts_with(' ') && !fields.empty())) {
      if (!line.empty() || fields.empty()) return 0;
      break;
    }
    if (begins && fields.size() == most) return 0;
    if (begins) fields.emplace_back();
    std::string& field = fields.back();
    if (!begins) field += fields.size() == 2 ? ';' : ' ';  // an author a line
    field += line.substr(std::min<std::size_t>(1, line.size()));
    at = std::min(end + 1, text.size());
  }
  if (fields.empty()) return 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 1) {
      const std::string value = on_one_line(fields[i]);
      if (!value.empty())
        add_said(metadata, i == 0 ? MetadataRole::title : MetadataRole::date,
                 i == 0 ? "title" : "date", value);
      continue;
    }
    for (std::size_t from = 0; from <= fields[i].size();) {
      const std::size_t end = std::min(fields[i].find(';', from), fields[i].size());
      const std::string author = on_one_line(fields[i].substr(from, end - from));
      if (!author.empty()) metadata.own.push_back({"author", author});
      from = end + 1;
    }
  }
  return at;
}

}  // namespace

std::size_t read_front_matter(std::string_view text, Metadata& metadata) {
  const std::optional<Block> block = block_in(text);
  if (!block) return read_title_block(text, metadata);
  const auto entries = entries_of(*block);
  if (!entries || entries->empty()) return 0;
  const bool only_words = !block->behind_blank && has_words_only(*entries);
  if (!has_usual(*entries) && !only_words) return 0;
  add_in_order(metadata, *entries);
  return block->end;
}

bool says_front_matter(std::string_view text) {
  const std::optional<Block> block = block_in(text);
  const auto entries = block ? entries_of(*block) : std::nullopt;
  return entries && has_usual(*entries);
}

std::string front_matter_fault(std::string_view text) {
  const std::optional<Block> block = block_in(text);
  if (!block || entries_of(*block)) return {};
  for (std::size_t at = 0; at < block->keys.size();) {
    const std::size_t end = std::min(block->keys.find('\n', at), block->keys.size());
    if (looks_like_key(block->keys.substr(at, end - at), block->toml))
      return "lines 1 to " + std::to_string(block->lines) + " look like front matter but are no " +
             (block->toml ? "TOML" : "YAML") + ": read as text";
    at = end + 1;
  }
  return {};
}

std::string title_of_broken(std::string_view text) {
  const std::optional<Block> block = block_in(text);
  if (!block || entries_of(*block)) return {};
  for (std::size_t at = 0; at < block->keys.size();) {
    const std::size_t end = std::min(block->keys.find('\n', at), block->keys.size());
    const std::string_view line = block->keys.substr(at, end - at);
    at = end + 1;
    const std::size_t mark = line.find(block->toml ? '=' : ':');
    if (!looks_like_key(line, block->toml) ||
        usual_role(without_blanks_behind(line.substr(0, mark))) != MetadataRole::title)
      continue;
    std::string value = on_one_line(line.substr(mark + 1));
    while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.erase(0, 1);
    while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.pop_back();
    return value;
  }
  return {};
}

}  // namespace attache
