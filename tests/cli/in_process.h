// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/app.h"

namespace in_process {

struct Result {
  int code = 0;
  std::string out;
  std::string err;
};

/// An environment of these variables and no others.
inline attache::Environment environment_of(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](const char* name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end() || found->second.empty()) return std::nullopt;
    return found->second;
  };
}

/// One command line, without a process.
inline Result run(const std::vector<std::string>& args, const std::string& input = "",
                  std::map<std::string, std::string> variables = {}, bool terminal = false) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const attache::Streams streams{in, out, err, false, terminal, terminal, terminal ? 80u : 0u};
  const int code = attache::run(args, streams, environment_of(std::move(variables)));
  return {code, out.str(), err.str()};
}

}  // namespace in_process
