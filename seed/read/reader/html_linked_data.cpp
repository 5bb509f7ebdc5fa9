// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "seed/read/date.h"
#include "seed/read/reader/html_metadata.h"

namespace attache::reader {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_bytes = 1u << 20;  ///< of one script; more is no description of a page

/// The objects that stand by themselves: those of the script, of its list, of its @graph.
void gather(const Json& data, std::vector<const Json*>& works, int depth = 0) {
  if (depth > 3) return;
  if (data.is_array()) {
    for (const Json& one : data) gather(one, works, depth + 1);
  } else if (data.is_object()) {
    works.push_back(&data);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (const auto found = data.find(key); found != data.end()) gather(*found, works, depth + 1);
  }
}

std::string date_of(const Json& work) {
  for (const char* key : {"datePublished", "dateCreated"}) {
    const auto found = work.find(key);
    if (found == work.end() || !found->is_string()) continue;
    if (std::string date = iso_date(found->get_ref<const std::string&>()); !date.empty())
      return date;
  }
  return {};
}

/// Whether the work is a text itself and not the page, the site or a picture around it.
bool is_text(const Json& work) {
  const auto type = work.find("@type");
  if (type == work.end()) return false;
  const std::string names = type->dump();
  for (const char* name : {"Article", "Posting", "Report", "Legislation", "CreativeWork",
                           "DigitalDocument", "Speech", "Announcement", "Statement"})
    if (names.find(name) != std::string::npos) return true;
  return false;
}

/// A name, an object with one, or a list of these.
void add_names(const Json& author, std::vector<std::string>& names) {
  if (author.is_string()) names.push_back(author.get<std::string>());
  if (author.is_array())
    for (const Json& one : author)
      if (!one.is_array()) add_names(one, names);
  if (!author.is_object()) return;
  const auto name = author.find("name");
  if (name != author.end() && name->is_string()) names.push_back(name->get<std::string>());
}

/// Calls visit(work) for the works of the page's scripts, until it says true.
template <typename Visit>
void each_work(const HtmlOutline& outline, Visit visit) {
  for (const std::string_view script : outline.linked_data) {
    if (script.size() > most_bytes) continue;
    const Json data = Json::parse(script.begin(), script.end(), nullptr, false, true);
    if (data.is_discarded()) continue;
    std::vector<const Json*> works;
    gather(data, works);
    for (const Json* work : works)
      if (visit(*work)) return;
  }
}

}  // namespace

std::string linked_data_date(const HtmlOutline& outline) {
  std::string own, other;
  each_work(outline, [&](const Json& work) {
    const std::string date = date_of(work);
    if (is_text(work)) own = date;
    else if (other.empty()) other = date;
    return !own.empty();
  });
  return own.empty() ? other : own;
}

std::vector<std::string> linked_data_authors(const HtmlOutline& outline) {
  std::vector<std::string> names;
  each_work(outline, [&](const Json& work) {
    const auto author = work.find("author");
    if (author != work.end() && is_text(work)) add_names(*author, names);
    return !names.empty();
  });
  return names;
}

}  // namespace attache::reader
