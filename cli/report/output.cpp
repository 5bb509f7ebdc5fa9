// SPDX-License-Identifier: MIT
#include "cli/report/output.h"

#include "cli/error.h"

namespace attache {

void add_page_options(CLI::App& app, OutputFileName& file) {
  app.add_option("-o,--output", file.path, "Write the page to FILE instead of standard output")
      ->type_name("FILE")
      ->check(CLI::Validator(names_a_file, ""))
      ->group("Output");
  app.add_flag("--force", file.replace, "Replace FILE where it is there")->group("Output");
}

void check_page_file(const OutputFileName& file, const Session& session) {
  if (file.replace && !is_file(file)) throw UsageError("--force goes with --output FILE");
  refuse_other_format(file.path, {".html", ".htm", ".xhtml"}, "a page is written as HTML");
  if (!is_file(file) && session.streams.out_terminal)
    throw UsageError("a page is nothing for a terminal; give --output FILE.html, or a pipe");
}

void write_page(const OutputFileName& file, Session& session,
                const std::function<void(Sink&)>& write) {
  if (!is_file(file)) {
    write(session.out);
    return;
  }
  write_file(file, session.kept(), write);
  session.note(file.path + " written");
}

}  // namespace attache
