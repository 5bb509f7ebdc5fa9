// SPDX-License-Identifier: MIT
#include "cli/exchange/codebook.h"

#include <array>

#include "cli/exchange/kinds.h"
#include "cli/exchange/names.h"
#include "cli/output/xml_text.h"
#include "schema/entries.h"

namespace attache {
namespace {

/// Which column of a table its rows are coded by.
struct Coded {
  std::string_view table, heading, column;
  std::string_view none;  ///< what rows without a value are coded as
};
constexpr std::array<Coded, 4> coded{{{"principles", "Principles", "norm", "other norm"},
                                      {"priorities", "Priorities", "theme", "other theme"},
                                      {"organizations", "Organizations", "role", "no role"},
                                      {"leaders", "Leaders", "office_type", "other office"}}};

const Coded& coded_of(std::string_view table) {
  for (const Coded& one : coded)
    if (one.table == table) return one;
  return coded.front();
}

void write(std::string& out, const Code& code, const std::string& indent) {
  out += indent + "<Code guid=\"" + code.guid + "\" name=\"" + xml_text(code.name) +
         "\" isCodable=\"" + (code.codable ? "true" : "false") + "\" color=\"" + code.colour + "\"";
  if (code.description.empty() && code.below.empty()) {
    out += "/>\n";
    return;
  }
  out += ">\n";
  if (!code.description.empty())
    out += indent + "  <Description>" + xml_text(code.description) + "</Description>\n";
  for (const Code& below : code.below) write(out, below, indent + "  ");
  out += indent + "</Code>\n";
}

}  // namespace

Codebook::Codebook(const KnowledgeBase& base) {
  for (const Coded& one : coded) {
    codes_.push_back({code_guid(std::string(one.table), ""),
                      std::string(one.heading),
                      std::string(kind_of_table(one.table)->colour),
                      {},
                      false,
                      {}});
    names_[codes_.back().name] = 1;
  }
  for (std::size_t i = 0; i < coded.size(); ++i) {
    for (VocabularyEntry& entry : entries_for(base, coded[i].table, coded[i].column))
      add(codes_[i], std::string(coded[i].table), entry.slug, std::move(entry.name),
          std::move(entry.definition));
    add(codes_[i], std::string(coded[i].table), "", std::string(coded[i].none), "");
  }
}

void Codebook::add(Code& above, const std::string& table, const std::string& slug, std::string name,
                   std::string description) {
  if (name.empty()) name = slug;
  const std::string plain = name;
  if (names_[plain]++ > 0) name += " (" + std::string(coded_of(table).column) + ")";
  for (std::size_t number = 2; name != plain && names_[name]++ > 0; ++number)
    name = plain + " (" + std::string(coded_of(table).column) + " " + std::to_string(number) + ")";
  const std::string guid = code_guid(table, slug.empty() ? "-" : slug);
  guids_[table + "/" + slug] = guid;
  above.below.push_back({guid, std::move(name), above.colour, std::move(description), true, {}});
}

std::string Codebook::code_of(const AnnotatedRow& row) {
  const Coded& one = coded_of(row.table);
  const ColumnValue* value = value_of(row.values, one.column);
  const std::string slug = value == nullptr ? std::string() : value->value;
  const auto known = guids_.find(row.table + "/" + slug);
  if (known != guids_.end()) return known->second;
  for (std::size_t i = 0; i < coded.size(); ++i)
    if (coded[i].table == row.table) add(codes_[i], row.table, slug, slug, "");
  return guids_.at(row.table + "/" + slug);
}

std::string Codebook::xml() const {
  std::string out = "  <Codes>\n";
  for (const Code& code : codes_) write(out, code, "    ");
  return out + "  </Codes>\n";
}

}  // namespace attache
