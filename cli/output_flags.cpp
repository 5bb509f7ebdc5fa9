// SPDX-License-Identifier: MIT
#include "cli/output_flags.h"

#include <fcntl.h>

#include <algorithm>

#include "cli/error.h"
#include "cli/export/file_writer.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

const FormatInfo& chosen_format(const OutputFlags& flags, const Session& session) {
  std::vector<std::string> wanted;
  if (!flags.format.empty()) wanted.push_back(flags.format);
  for (std::size_t i = 0; i < flags.shorthands.size(); ++i) {
    if (flags.shorthands[i]) wanted.emplace_back(formats()[i].name);
  }
  if (wanted.size() > 1 && wanted[0] != wanted[1]) {
    throw UsageError("two output formats: " + wanted[0] + " and " + wanted[1] + "; give one");
  }
  if (wanted.empty() && !flags.file.empty()) {
    session.kept().refuse(AT_FDCWD, flags.file, flags.file);  // whatever its ending promises
    if (const FormatInfo* named = format_of_file(flags.file)) return *named;
  }
  if (wanted.empty()) wanted.emplace_back(is_for_terminal(flags, session) ? "table" : "tsv");
  return *find_format(wanted[0]);
}

/// An option that the format can't heed is told, not ignored.
void refuse_misplaced(const OutputFlags& flags, std::string_view format) {
  const bool delimited = format == "csv" || format == "tsv";
  const bool json = format == "json" || format == "ndjson";
  const auto refuse = [&](bool given, const std::string& option, const std::string& where) {
    if (given)
      throw UsageError(option + " goes with " + where + ", not with " + std::string(format));
  };
  refuse(flags.bom && !delimited, "--bom", "--csv and --tsv");
  refuse(flags.escape_formulas && !delimited, "--escape-formulas", "--csv and --tsv");
  refuse(flags.flatten && !delimited && format != "xlsx", "--flatten", "--csv, --tsv and --xlsx");
  refuse(flags.raw && !delimited, "--raw", "--csv and --tsv");
  refuse(flags.no_header && json, "--no-header", "formats that have a header");
}

/// Whoever wants a text to reach the terminal as it is has to say so twice.
void refuse_on_terminal(const OutputFlags& flags, const FormatInfo& format,
                        const Session& session) {
  if (!is_for_terminal(flags, session)) return;
  if (format.binary)
    throw UsageError("--" + std::string(format.name) +
                     " is no text for a terminal; give -o FILE, or a pipe");
  if (flags.raw && session.colour != ColourChoice::never)
    throw UsageError(
        "--raw on a terminal would let a document's control characters act on it; "
        "write to a pipe or a file, or add --color never");
}

/// "-" is standard output, as it is without the option.
std::string file_or_stream(std::string& path) {
  std::string refused = names_a_file(path);
  if (path == "-") path.clear();
  return refused;
}

}  // namespace

void add_output_flags(CLI::App& app, OutputFlags& flags) {
  std::vector<std::string> names;
  std::string help = "Output format:";
  for (const FormatInfo& format : formats()) {
    names.emplace_back(format.name);
    help += (names.size() == 1 ? " " : ", ") + names.back();
  }
  help += " (table on a terminal, tsv elsewhere)";
  app.add_option("--format", flags.format, help)
      ->type_name("NAME")
      ->transform(CLI::IsMember(names, CLI::ignore_case))
      ->group("Output");
  flags.shorthands.resize(formats().size());
  for (std::size_t i = 0; i < formats().size(); ++i) {
    const FormatInfo& format = formats()[i];
    if (!format.shorthand) continue;
    app.add_flag("--" + std::string(format.name), flags.shorthands[i], std::string(format.help))
        ->group("Output");
  }
  CLI::Option* file = app.add_option("-o,--output", flags.file,
                                     "Write to FILE, whose ending says the format where no option "
                                     "does (.csv, .xlsx, .json); - is standard output")
                          ->type_name("FILE")
                          ->transform(CLI::Validator(file_or_stream, ""))
                          ->group("Output");
  if (CLI::Option* count = app.get_option_no_throw("--count")) file->excludes(count);
  flags.force = app.get_option_no_throw("--force");
  if (flags.force == nullptr)
    flags.force =
        app.add_flag("--force")->description("Replace FILE where it is there")->group("Output");
  app.add_flag("--no-header", flags.no_header, "No line with the column names")->group("Output");
  app.add_flag("--bom", flags.bom, "csv, tsv: a byte-order mark first, for Excel")->group("Output");
  app.add_flag(
         "--escape-formulas", flags.escape_formulas,
         "csv, tsv: ' before cells that a spreadsheet would run (= + - @); a script must undo it")
      ->group("Output");
  app.add_flag(
         "--flatten", flags.flatten,
         "csv, tsv, xlsx: a space for each line end inside a cell, for spreadsheets; the words are "
         "no longer exactly those that are cited")
      ->group("Output");
  app.add_flag("--raw", flags.raw, "csv, tsv: keep control characters on a terminal")
      ->group("Output");
}

std::string format_of(const OutputFlags& flags, const Session& session) {
  return std::string(chosen_format(flags, session).name);
}

bool is_for_terminal(const OutputFlags& flags, const Session& session) {
  return session.streams.out_terminal && flags.file.empty();
}

bool is_for_people(const OutputFlags& flags, const Session& session) {
  return chosen_format(flags, session).people;
}

std::unique_ptr<RowWriter> make_writer(const OutputFlags& flags, Session& session,
                                       const std::string& open, const std::string& close) {
  const FormatInfo& format = chosen_format(flags, session);
  refuse_misplaced(flags, format.name);
  refuse_on_terminal(flags, format, session);
  OutputOptions options;
  options.header = !flags.no_header;
  options.bom = flags.bom;
  options.escape_formulas = flags.escape_formulas;
  options.flatten = flags.flatten;
  options.raw = flags.raw;
  options.terminal = is_for_terminal(flags, session);
  options.colour = flags.file.empty() && session.coloured();
  options.width = flags.file.empty() ? session.width() : 0;
  options.leave_out = flags.leave_out;
  options.tell = [&session](const std::string& words) {
    session.out.flush();
    session.note(words);
  };
  options.warn = [&session](const std::string& words) { session.remind(words); };
  options.mark_open = open;
  options.mark_close = close;
  if (flags.file.empty()) return format.make(session.out, options);
  const bool replace = flags.force != nullptr && flags.force->count() > 0;
  return std::make_unique<FileWriter>(OutputFileName{flags.file, replace}, session.kept(), format,
                                      std::move(options),
                                      [&session, file = flags.file](std::uint64_t rows) {
                                        session.note(counted(rows, "row") + " written to " + file);
                                      });
}

}  // namespace attache
