// SPDX-License-Identifier: MIT
#include "seed/read/own_keys.h"

#include <algorithm>
#include <cctype>
#include <span>

#include "seed/read/date.h"

namespace attache {
namespace {

// The plainest first.
constexpr std::string_view title_keys[] = {"title", "doctitle", "documenttitle", "headline"};
constexpr std::string_view country_keys[] = {"country", "countrycode", "iso3",
                                             "iso3166", "countryname", "state"};
constexpr std::string_view date_keys[] = {
    "date",        "docdate",       "documentdate",  "speechdate",      "datesigned",
    "signed",      "dateadopted",   "adopted",       "published",       "publishedat",
    "publishedon", "publisheddate", "datepublished", "publicationdate", "publishdate",
    "pubdate",     "publishedtime", "issued",        "issuedate",       "dateissued",
    "released",    "releasedate",   "year"};
constexpr std::string_view language_keys[] = {"language", "lang"};
constexpr std::string_view source_keys[] = {"source", "url", "sourceurl", "canonicalurl", "link"};

std::string plain(std::string_view key) {
  std::string out;
  for (const char byte : key) {
    if (byte != ' ' && byte != '-' && byte != '_')
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  }
  return out;
}

using Keys = std::span<const std::string_view>;

std::string first_of(const OwnEntries& entries, Keys keys) {
  for (const std::string_view key : keys)
    if (const auto found = entries.find(key); found != entries.end() && !found->second.empty())
      return found->second;
  return {};
}

std::string first_date(const OwnEntries& entries) {
  for (const std::string_view key : date_keys)
    if (const auto found = entries.find(key); found != entries.end())
      if (std::string date = iso_date(found->second); !date.empty()) return date;
  return {};
}

}  // namespace

Metadata own_metadata(const OwnEntries& entries) {
  OwnEntries plainly;
  for (const auto& [key, value] : entries) plainly.emplace(plain(key), value);
  Metadata metadata;
  metadata.title = first_of(plainly, title_keys);
  metadata.country = first_of(plainly, country_keys);
  metadata.date = first_date(plainly);
  metadata.language = first_of(plainly, language_keys);
  metadata.source = first_of(plainly, source_keys);
  return metadata;
}

bool is_own_key(std::string_view key) {
  const std::string wanted = plain(key);
  for (const Keys keys : {Keys(title_keys), Keys(country_keys), Keys(date_keys),
                          Keys(language_keys), Keys(source_keys)})
    if (std::find(keys.begin(), keys.end(), wanted) != keys.end()) return true;
  return false;
}

}  // namespace attache
