// SPDX-License-Identifier: MIT
#include "schema/closed_values.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "schema/fold.h"
#include "schema/refusal.h"
#include "schema/slug.h"
#include "schema/turned_names.h"
#include "schema/value_key.h"
#include "schema/word_spellings.h"

namespace attache {
namespace {

/// Where the values of a filter stand that is of the lexicon in use. Rows that were made with
/// another one may have values that the vocabulary lacks; they can be asked for all the same.
struct InRows {
  std::string_view flag, table, column;
};
constexpr std::array<InRows, 7> in_rows_of{{
    {"norm", "principles", "norm"},
    {"theme", "priorities", "theme"},
    {"actor", "priorities", "actor"},
    {"kind", "organizations", "kind"},
    {"role-country", "organizations", "role_country"},
    {"office-country", "leaders", "office_country"},
    {"office-type", "leaders", "office_type"},
}};

std::vector<Spelling> read(SQLite::Statement& statement) {
  std::vector<Spelling> spellings;
  while (statement.executeStep())
    if (!statement.getColumn(1).isNull())
      spellings.push_back({statement.getColumn(0).getString(), statement.getColumn(1).getString()});
  return spellings;
}

/// The vocabulary as a table of value and spelling.
std::string vocabulary(const FilterInfo& filter) {
  return "WITH spellings(value, spelling) AS (" + std::string(filter.vocabulary) +
         ") SELECT value, spelling FROM spellings";
}

void add_once(std::vector<std::string>& values, const std::string& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

/// Texts in the order in which they were met, each once. There are as many as documents.
class Distinct {
 public:
  void add(const std::string& text) {
    if (met_.insert(text).second) all_.push_back(text);
  }
  const std::vector<std::string>& all() const { return all_; }

 private:
  std::unordered_set<std::string> met_;
  std::vector<std::string> all_;
};

template <typename Matches>
std::vector<std::string> values_where(const std::vector<Spelling>& spellings,
                                      const Matches& matches) {
  Distinct values;
  for (const Spelling& spelling : spellings)
    if (matches(spelling)) values.add(spelling.value);
  return values.all();
}

/// Words of a title as a user gives them, an organization's acronym in full: "UN Charter".
std::vector<std::string> words_in_full(SQLite::Database& database, const std::string& given) {
  std::vector<std::string> words;
  SQLite::Statement named(database, "SELECT name FROM bodies WHERE fold(acronym) = ?");
  for (const std::string& word : telling_words(given)) {
    named.reset();
    named.bind(1, word);
    const bool known = named.executeStep();
    for (std::string& one :
         known ? telling_words(named.getColumn(0).getString()) : std::vector<std::string>{word})
      words.push_back(std::move(one));
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::vector<std::string> sorted_words(const Spelling& spelling) {
  auto words = telling_words(spelling.text);
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

Spellings::Spellings(SQLite::Database& database, const FilterInfo& filter)
    : database_(database), filter_(filter) {
  SQLite::Statement statement(database, vocabulary(filter));
  all_ = read(statement);
  for (const Spelling& spelling : all_) add_once(folded_[fold(spelling.text)], spelling.value);
}

std::vector<std::string> Spellings::with_key(const std::string& key) {
  if (!keyed_) {
    keyed_.emplace();
    for (const Spelling& spelling : all_)
      add_once((*keyed_)[value_key(spelling.text)], spelling.value);
  }
  const auto found = keyed_->find(key);
  return key.empty() || found == keyed_->end() ? std::vector<std::string>() : found->second;
}

/// By all of the title's telling words in any order, else by its initials, else by some words.
std::vector<std::string> Spellings::titled(const std::string& given) const {
  const auto words = words_in_full(database_, given);
  if (words.empty()) return {};
  auto values = values_where(all_, [&](const Spelling& s) { return sorted_words(s) == words; });
  const std::string letters = value_key(given);
  if (values.empty() && letters.size() > 2)
    values = values_where(all_, [&](const Spelling& s) { return initials(s.text) == letters; });
  if (values.empty() && words.size() > 1)
    values = values_where(all_, [&](const Spelling& s) {
      const auto all = sorted_words(s);
      return std::includes(all.begin(), all.end(), words.begin(), words.end());
    });
  return values;
}

std::vector<std::string> Spellings::in_part(const std::string& given) const {
  const std::string key = value_key(given);
  if (key.empty()) return {};
  auto values = values_where(
      all_, [&](const Spelling& s) { return value_key(s.text).find(key) != std::string::npos; });
  return values.empty() ? titled(given) : values;
}

std::vector<std::string> Spellings::meant(const std::string& given) {
  if (const auto found = folded_.find(fold(given)); found != folded_.end()) return found->second;
  std::vector<std::string> names{given};
  for (std::string& name : turned_names(given)) names.push_back(std::move(name));
  for (std::string& name : other_spellings(given)) names.push_back(std::move(name));
  if (filter_.refused != nullptr)
    std::erase_if(names, [&](const std::string& name) { return filter_.refused(name); });
  std::vector<std::string> values;
  for (std::size_t i = 0; values.empty() && i < names.size(); ++i)
    values = with_key(value_key(names[i]));
  for (std::size_t i = 0; values.empty() && filter_.otherwise != nullptr && i < names.size(); ++i)
    if (std::string value = filter_.otherwise(names[i]); !value.empty()) values = {value};
  if (values.empty() && filter_.kind == FilterKind::part) values = in_part(given);
  return values.empty() ? in_rows(given) : values;
}

std::vector<std::string> Spellings::in_rows(const std::string& given) const {
  const auto asked = std::find_if(in_rows_of.begin(), in_rows_of.end(),
                                  [&](const InRows& one) { return one.flag == filter_.flag; });
  if (asked == in_rows_of.end()) return {};
  SQLite::Statement rows(database_, "SELECT DISTINCT " + std::string(asked->column) + " FROM " +
                                        std::string(asked->table) + " WHERE " +
                                        std::string(asked->column) + " = ? COLLATE NOCASE");
  rows.bindNoCopy(1, given);
  std::vector<std::string> values;
  while (rows.executeStep()) values.push_back(rows.getColumn(0).getString());
  return values;
}

void Spellings::refuse(const std::string& given) const {
  Distinct values, candidates;
  for (const Spelling& spelling : all_) {
    values.add(spelling.value);
    // A name that its slug only writes in another way is not offered beside it.
    if (spelling.text == spelling.value || reference_slug(spelling.text) != spelling.value)
      candidates.add(spelling.text);
  }
  throw SelectionError("no " + std::string(filter_.flag) + " '" + given + "'" +
                       advice_for(database_, filter_, given, candidates.all(), values.all()));
}

std::vector<std::string> spelled_exactly(SQLite::Database& database, const FilterInfo& filter,
                                         const std::string& spelling) {
  SQLite::Statement exact(
      database,
      vocabulary(filter) + " WHERE spelling = ?");  // indexed where the vocabulary is long
  exact.bindNoCopy(1, spelling);
  return values_where(read(exact), [](const Spelling&) { return true; });
}

namespace {

/// With all that are the same as one of them.
std::vector<std::string> with_same(const FilterInfo& filter, std::vector<std::string> values) {
  if (filter.same == nullptr) return values;
  std::vector<std::string> all;
  for (const std::string& value : values)
    for (const std::string& same : filter.same(value)) add_once(all, same);
  return all;
}

}  // namespace

std::vector<std::string> closed_values(SQLite::Database& database, const FilterInfo& filter,
                                       const std::string& given) {
  if (auto exactly = spelled_exactly(database, filter, given); !exactly.empty())
    return with_same(filter, std::move(exactly));
  Spellings spellings(database, filter);
  auto values = spellings.meant(given);
  if (values.empty()) spellings.refuse(given);
  return with_same(filter, std::move(values));
}

}  // namespace attache
