// SPDX-License-Identifier: MIT
#include "cli/given_references.h"

#include "cli/error.h"
#include "cli/referred.h"
#include "schema/value_lists.h"

namespace attache {

std::vector<std::string> given_references(const std::vector<std::string>& arguments,
                                          const Session& session,
                                          const std::function<bool(const std::string&)>& is_known) {
  std::vector<std::string> all;
  const auto append = [&](const std::string& given) {
    for (std::string& reference : listed_values(given, is_known))
      all.push_back(std::move(reference));
  };
  for (const std::string& argument : arguments) {
    if (trimmed(argument).find_first_not_of(", ") == std::string::npos)
      throw UsageError("REF is empty; give a document or a reference");
    if (argument != "-") {
      append(argument);
      continue;
    }
    for (std::string line; std::getline(session.streams.in, line);)
      if (const std::string given = trimmed(line); !given.empty()) append(given);
  }
  return all;
}

std::vector<std::string> given_references(const KnowledgeBase& base,
                                          const std::vector<std::string>& arguments,
                                          const Session& session) {
  return given_references(arguments, session, [&](const std::string& reference) {
    return referred_by(base, reference).has_value();
  });
}

}  // namespace attache
