// SPDX-License-Identifier: MIT
// Words of documents as footnotes and bibliographies have them.
#include <algorithm>
#include <memory>
#include <sstream>

#include "cli/cite/formats.h"
#include "cli/commands.h"
#include "cli/given_references.h"
#include "cli/output/terminal.h"
#include "cli/referred.h"

namespace attache {
namespace {

struct CiteOptions {
  std::vector<std::string> references;
  std::string format = std::string(cite_formats().front().name);
};

const CiteFormat& format_named(const std::string& name) {
  const auto all = cite_formats();
  return *std::find_if(all.begin(), all.end(),
                       [&](const CiteFormat& format) { return format.name == name; });
}

bool has(const std::vector<Cited>& all, const Cited& one) {
  return std::any_of(all.begin(), all.end(), [&](const Cited& c) { return c.ref == one.ref; });
}

/// Lines of text are broken for a terminal; the formats for programs stay as they are.
void print(Session& session, const CiteOptions& options, const std::string& words) {
  if (options.format != cite_formats().front().name) return session.out.append(words);
  std::istringstream lines(words);
  for (std::string line; std::getline(lines, line);) {
    for (const std::string& part : wrap_hanging(line, session.width(), 2))
      session.out.append(part + "\n");
  }
}

int run_cite(const CiteOptions& options, Session& session) {
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  std::vector<Cited> all;
  bool known = true;
  for (const std::string& reference : given_references(base, options.references, session)) {
    const auto referred = referred_by(base, reference, 0);
    if (!referred) session.complain(unknown_reference(base, reference));
    known = known && referred;
    if (!referred) continue;
    if (field_of(*referred, "review") == "rejected")
      session.note("'" + reference + "' was rejected; 'attache review list' says by whom and why");
    for (Cited& cited : cited_by(base, *referred))
      if (!has(all, cited)) all.push_back(std::move(cited));
  }
  print(session, options, format_named(options.format).write(all));
  return known ? 0 : 1;
}

}  // namespace

void add_cite(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "cite", "Cite a document, a sentence, or the sentences behind a row",
                  "attache cite aze-foreign-policy/organizations/guam\n"
                  "attache cite aze-foreign-policy/sentence/14 --format bibtex >> sources.bib\n"
                  "attache cite aze-foreign-policy --format csl-json > sources.json");
  auto options = std::make_shared<CiteOptions>();
  app->add_option("REF", options->references,
                  "Documents, or references of rows and sentences (column ref of the tables and of "
                  "search), also with commas between them; - for those on standard input, one a "
                  "line")
      ->type_name("")
      ->required();
  std::vector<std::string> names;
  std::string help = "Format:";
  for (const CiteFormat& format : cite_formats()) {
    help += (names.empty() ? " " : ", ") + std::string(format.name) + " (" +
            std::string(format.help) + ")";
    names.emplace_back(format.name);
  }
  app->add_option("--format", options->format, help)
      ->type_name("NAME")
      ->transform(CLI::IsMember(names, CLI::ignore_case));
  commands.push_back({app, [options](Session& session) { return run_cite(*options, session); }});
}

}  // namespace attache
