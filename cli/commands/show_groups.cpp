// SPDX-License-Identifier: MIT
#include "cli/commands/show_groups.h"

#include <algorithm>
#include <iterator>

namespace attache {
namespace {

bool overlap(const std::vector<Passage>& a, const std::vector<Passage>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Passage& one) {
    return std::any_of(b.begin(), b.end(), [&](const Passage& other) {
      return one.bytes.start < other.bytes.end && other.bytes.start < one.bytes.end;
    });
  });
}

bool belong_together(const ShownGroup& a, const ShownGroup& b) {
  return a.referred.front().document_id == b.referred.front().document_id &&
         overlap(a.passages, b.passages);
}

void append(ShownGroup& to, ShownGroup&& other) {
  std::move(other.referred.begin(), other.referred.end(), std::back_inserter(to.referred));
}

/// Of what refers to the same thing twice, the first.
void drop_repeated(std::vector<Referred>& referred) {
  std::vector<std::string> seen;
  std::erase_if(referred, [&](const Referred& one) {
    const std::string ref = field_of(one, "ref");
    if (std::find(seen.begin(), seen.end(), ref) != seen.end()) return true;
    seen.push_back(ref);
    return false;
  });
}

std::vector<Passage> passages_of_all(const std::vector<Referred>& referred) {
  std::vector<CitedPlace> places;
  for (const Referred& one : referred)
    for (CitedPlace place : one.places) {
      if (referred.size() > 1) place.of = field_of(one, "ref");
      places.push_back(std::move(place));
    }
  return passages_of(std::move(places));
}

}  // namespace

std::vector<ShownGroup> shown_groups(std::vector<Referred> all) {
  std::vector<ShownGroup> groups;
  for (Referred& referred : all) {
    ShownGroup group;
    group.passages = passages_of(referred.places);
    group.referred.push_back(std::move(referred));
    auto first = groups.end();
    for (auto at = groups.begin(); at != groups.end();) {
      if (!belong_together(*at, group)) {
        ++at;
      } else if (first == groups.end()) {
        first = at++;
      } else {  // what was apart so far
        append(*first, std::move(*at));
        at = groups.erase(at);
      }
    }
    if (first == groups.end()) {
      groups.push_back(std::move(group));
      continue;
    }
    append(*first, std::move(group));
    drop_repeated(first->referred);
    first->passages = passages_of_all(first->referred);
  }
  return groups;
}

}  // namespace attache
