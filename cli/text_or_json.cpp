// SPDX-License-Identifier: MIT
#include "cli/text_or_json.h"

namespace attache {

CLI::Option* add_text_or_json(CLI::App& app, bool& json, const std::string& help) {
  CLI::Option* flag = app.add_flag("--json", json, help);
  app.add_option_function<std::string>(
         "--format", [&json](const std::string& name) { json = name == "json"; },
         "text (the default) or json, as --json")
      ->type_name("NAME")
      ->transform(CLI::IsMember({"text", "json"}, CLI::ignore_case))
      ->excludes(flag);
  return flag;
}

}  // namespace attache
