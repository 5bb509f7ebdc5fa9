// SPDX-License-Identifier: MIT
#include "seed/read/metadata_keys.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "seed/read/date.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

using enum MetadataRole;

struct UsualName {
  std::string_view name;
  MetadataRole role;
};

/// The names that Dublin Core, schema.org, static site generators and published corpora of speeches
/// use; of one role the plainest first.
constexpr std::array usual_names = {
    UsualName{"title", title},
    UsualName{"headline", title},
    UsualName{"documenttitle", title},
    UsualName{"doctitle", title},
    UsualName{"speechtitle", title},
    UsualName{"country", country},
    UsualName{"countrycode", country},
    UsualName{"iso3", country},
    UsualName{"iso3c", country},
    UsualName{"iso3166", country},
    UsualName{"isoalpha3", country},
    UsualName{"iso2", country},
    UsualName{"isocode", country},
    UsualName{"countryname", country},
    UsualName{"nation", country},
    UsualName{"memberstate", country},
    UsualName{"date", date},
    UsualName{"docdate", date},
    UsualName{"documentdate", date},
    UsualName{"speechdate", date},
    UsualName{"datesigned", date},
    UsualName{"signed", date},
    UsualName{"dateadopted", date},
    UsualName{"adopted", date},
    UsualName{"published", date},
    UsualName{"publicationdate", date},
    UsualName{"datepublished", date},
    UsualName{"publishdate", date},
    UsualName{"pubdate", date},
    UsualName{"publishedat", date},
    UsualName{"publishedtime", date},
    UsualName{"publishedon", date},
    UsualName{"publisheddate", date},
    UsualName{"issued", date},
    UsualName{"issuedate", date},
    UsualName{"released", date},
    UsualName{"releasedate", date},
    UsualName{"dateissued", date},
    UsualName{"year", date},
    UsualName{"language", language},
    UsualName{"lang", language},
    UsualName{"languagecode", language},
    UsualName{"source", source},
    UsualName{"url", source},
    UsualName{"sourceurl", source},
    UsualName{"canonicalurl", source},
    UsualName{"link", source},
    UsualName{"permalink", source},
    UsualName{"uri", source},
    UsualName{"id", id},
    UsualName{"docid", id},
    UsualName{"documentid", id},
    UsualName{"speechid", id},
    UsualName{"identifier", id},
    UsualName{"uid", id},
    UsualName{"uuid", id},
    UsualName{"slug", id},
    UsualName{"path", path},
    UsualName{"filepath", path},
    UsualName{"file", path},
    UsualName{"filename", path},
};

/// Letters and digits of a name in lower case.
std::string bare(std::string_view name) {
  std::string letters;
  for (const char byte : name.substr(0, 40)) {
    if (std::string_view("_- \t").find(byte) != std::string_view::npos) continue;
    letters += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  }
  return letters;
}

const UsualName* usual(std::string_view name) {
  const std::string letters = bare(name);
  for (const UsualName& entry : usual_names)
    if (entry.name == letters) return &entry;
  return nullptr;
}

/// Roles of which one value is the document's, and no identity.
bool describes(MetadataRole role) { return role != id && role != path; }

std::string* field_of(Metadata& metadata, MetadataRole role) {
  switch (role) {
    case title: return &metadata.title;
    case country: return &metadata.country;
    case language: return &metadata.language;
    case source: return &metadata.source;
    default: return nullptr;
  }
}

/// The date whose month and day stand under keys of their own beside a year; empty without them.
std::string date_of_parts(const Metadata& metadata) {
  if (metadata.date.size() != std::string_view("2014").size()) return {};
  std::string month, day;
  for (const MetadataEntry& entry : metadata.own) {
    const std::string name = bare(entry.key);
    if (name == "month") month = on_one_line(entry.value);
    if (name == "day") day = on_one_line(entry.value);
  }
  if (month.empty()) return {};
  const bool figures = month.find_first_not_of("0123456789") == std::string::npos;
  if (!figures) return iso_date((day.empty() ? "" : day + ' ') + month + ' ' + metadata.date);
  if (month.size() == 1) month.insert(0, "0");
  return iso_date(metadata.date + '-' + month + (day.empty() ? "" : '-' + day));
}

}  // namespace

std::optional<MetadataRole> usual_role(std::string_view name) {
  const UsualName* const entry = usual(name);
  return entry == nullptr ? std::nullopt : std::optional(entry->role);
}

std::optional<std::size_t> usually(MetadataRole role, std::span<const std::string> names) {
  const UsualName* best = nullptr;
  std::optional<std::size_t> place;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const UsualName* const entry = usual(names[i]);
    if (entry == nullptr || entry->role != role || (best != nullptr && best <= entry)) continue;
    best = entry;
    place = i;
  }
  return place;
}

void add_said(Metadata& metadata, std::optional<MetadataRole> role, const std::string& name,
              const std::string& value) {
  if (role && describes(*role) && tells_nothing(value)) return;
  if (role == date && ascii::lower_case(on_one_line(value)) == "na") return;  // no country's code
  if (role == date && metadata.date.empty()) {
    metadata.date = iso_date(value);
    if (!metadata.date.empty()) return;
  }
  std::string* const field = role ? field_of(metadata, *role) : nullptr;
  const std::string words = field == nullptr ? std::string() : on_one_line(value);
  if (field != nullptr && field->empty() && !words.empty()) *field = words;
  else metadata.own.push_back({name, value});
}

std::string precise_date(const Metadata& metadata) {
  const std::string whole = date_of_parts(metadata);
  return is_more_precise(whole, metadata.date) ? whole : metadata.date;
}

bool tells_nothing(std::string_view value) {
  const std::string words = ascii::lower_case(on_one_line(value));
  const bool marks = std::none_of(words.begin(), words.end(), [](char byte) {
    return ascii::is_letter(byte) || ascii::is_digit(byte);
  });
  return marks || word_list("untold").contains(words);
}

std::string on_one_line(std::string_view value) {
  std::string line;
  for (const char byte : value) {
    const bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!blank) line += byte;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace attache
