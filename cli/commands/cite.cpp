// SPDX-License-Identifier: MIT
// Words of documents as footnotes and bibliographies have them.
#include <algorithm>
#include <memory>

#include "cli/cite/formats.h"
#include "cli/commands.h"
#include "cli/error.h"
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

int run_cite(const CiteOptions& options, Session& session) {
  for (const std::string& reference : options.references)
    if (reference.empty()) throw UsageError("REF is empty; give a document or a reference");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  std::vector<Cited> all;
  bool known = true;
  for (const std::string& reference : options.references) {
    const auto referred = referred_by(base, reference, 0);
    if (!referred) session.complain(unknown_reference(base, reference));
    known = known && referred;
    if (!referred) continue;
    for (Cited& cited : cited_by(base, *referred))
      if (!has(all, cited)) all.push_back(std::move(cited));
  }
  session.out.append(format_named(options.format).write(all));
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
                  "search)")
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
      ->check(CLI::IsMember(names).description(""));
  commands.push_back({app, [options](Session& session) { return run_cite(*options, session); }});
}

}  // namespace attache
