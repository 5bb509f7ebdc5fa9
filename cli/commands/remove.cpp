// SPDX-License-Identifier: MIT
// Documents out of the knowledge base, with all that was stored of them, after saying what goes.
#include <algorithm>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/confirm.h"
#include "cli/error.h"
#include "cli/given_references.h"
#include "cli/interrupt.h"
#include "cli/output_flags.h"
#include "cli/writing.h"
#include "schema/document_values.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/reference_parts.h"
#include "schema/tables.h"
#include "seed/identity.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct RemoveOptions {
  std::vector<std::string> documents;
  bool versions = false;
  bool yes = false;
  bool dry_run = false;
  OutputFlags output;
};

/// The documents that a user means by `given`, as --document takes it.
std::set<std::string> slugs_meant(const KnowledgeBase& base, const std::string& given) {
  auto slugs = documents_meant(base, given);
  if (slugs.empty()) slugs = documents_meant(base, stored_path(given));
  return {slugs.begin(), slugs.end()};
}

/// A word that means no document here, as for `show` and `cite`.
class NoDocument : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[noreturn]] void refuse(const KnowledgeBase& base, const std::string& given) {
  const auto row = reference_parts(given);
  if (row && find_table(row->table) != nullptr)
    throw NoDocument("'" + given + "' is a row, no document; 'attache review reject " + given +
                     "' leaves it out. Nothing was removed");
  const std::string hint = suggestion(given, nearest_documents(base, given), {});
  throw NoDocument("no document '" + given + "'" +
                   (hint.empty() ? "; nothing was removed; 'attache documents' lists what there is"
                                 : hint + " Nothing was removed"));
}

/// What goes, and of a path that names the newest version what stays.
struct Meant {
  std::vector<StoredDocument> documents;  ///< in the order of seeding
  std::vector<std::string> stays;         ///< a line for each path
};

/// The other versions of a document that was named, but not by its slug.
std::string other_versions(const std::vector<StoredDocument>& all, const std::string& given,
                           const StoredDocument& document) {
  std::string others;
  std::size_t count = 0;
  for (const StoredDocument& other : all) {
    if (other.known_by() != document.known_by() || other.slug == document.slug) continue;
    others += (others.empty() ? "" : ", ") + other.slug;
    ++count;
  }
  return count == 0 ? ""
                    : given + " names its newest version, " + document.slug + "; " +
                          counted(count, "older version") + (count == 1 ? " stays: " : " stay: ") +
                          others + "; --versions removes all";
}

/// A word that means none is a slip, and nothing is removed then.
Meant meant(const KnowledgeBase& base, const RemoveOptions& options, const Session& session) {
  const std::vector<StoredDocument> all = base.documents();
  const auto is_known = [&](const std::string& given) { return !slugs_meant(base, given).empty(); };
  std::set<std::int64_t> ids;
  std::set<std::string> known_by;
  Meant found;
  for (const std::string& given : given_references(options.documents, session, is_known)) {
    const auto slugs = slugs_meant(base, given);
    if (slugs.empty()) refuse(base, given);
    for (const StoredDocument& document : all) {
      if (!slugs.contains(document.slug)) continue;
      ids.insert(document.document_id);
      known_by.insert(document.known_by());
      if (options.versions || slugs.size() > 1 || given == document.slug) continue;
      if (std::string line = other_versions(all, given, document); !line.empty())
        found.stays.push_back(std::move(line));
    }
  }
  for (const StoredDocument& document : all)
    if (ids.contains(document.document_id) ||
        (options.versions && known_by.contains(document.known_by())))
      found.documents.push_back(document);
  return found;
}

/// What goes, as rows: each document with its title and how many rows each table has of it.
void print(const KnowledgeBase& base, const std::vector<StoredDocument>& documents,
           RowWriter& writer) {
  const TableInfo& table = *find_table("documents");
  Selection selection;
  selection.columns = {"document",   "title",         "country", "date",     "principles",
                       "priorities", "organizations", "leaders", "sentences"};
  writer.begin(columns_of(table, selection));
  std::vector<std::string> slugs;
  const auto flush = [&] {
    if (slugs.empty()) return;
    selection.filters = {{"document", std::move(slugs)}};
    slugs.clear();
    select(base, table, selection, [&](std::span<const Cell> cells) {
      writer.row(cells);
      return true;
    });
  };
  constexpr std::size_t at_once = 100;  // each is bound by itself
  for (const StoredDocument& document : documents) {
    slugs.push_back(document.slug);
    if (slugs.size() == at_once) flush();
  }
  flush();
  writer.end();
}

int remove_documents(const RemoveOptions& options, Session& session) {
  const auto writer = make_writer(options.output, session);
  if (options.yes && options.dry_run)
    throw UsageError("--yes and --dry-run don't go together; give one");
  const std::vector<StoredDocument> documents = [&] {
    const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
    Meant found = meant(base, options, session);
    print(base, found.documents, *writer);
    for (const std::string& line : found.stays) session.note(line);
    return std::move(found.documents);
  }();
  const std::string what = counted(documents.size(), "document");
  if (options.dry_run) {
    session.note("would remove " + what);
    return 0;
  }
  if (!options.yes)
    confirm(session, "attache: this will remove " + what + ". Go on?",
            "this would remove " + what +
                "; nobody can be asked here: give --yes to do it, or --dry-run to see it only",
            "nothing was removed");
  session.out.flush();
  const InterruptGuard guard;  // not before: a question is left as one likes
  KnowledgeBase base = open_for_writing(session, guard);
  const std::uint64_t removed = unless_interrupted(guard, [&] {
    try {
      return base.remove(documents);
    } catch (const KnowledgeBaseError& error) {
      throw closed(base, error);
    }
  });
  close(base, session);
  session.note("removed " + counted(removed, "document"));
  if (removed == documents.size()) return 0;
  session.complain(counted(documents.size() - removed, "document") +
                   " changed meanwhile and stayed; look again");
  return 1;
}

int run_remove(const RemoveOptions& options, Session& session) {
  try {
    return remove_documents(options, session);
  } catch (const NoDocument& error) {
    session.complain(error.what());
    return 1;
  }
}

}  // namespace

void add_remove(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "remove", "Remove documents, with all that is stored of them",
                              "attache remove --dry-run aze-foreign-policy\n"
                              "attache remove --yes speeches/draft.txt\n"
                              "attache remove 'ken-*-199?'");
  auto options = std::make_shared<RemoveOptions>();
  app->add_option("DOCUMENT", options->documents,
                  "A document's slug, path or file name, or a pattern of one (quoted; *, ? and "
                  "[...]), also with commas between them; - for those on standard input, one a "
                  "line")
      ->type_name("")
      ->required();
  app->add_flag("--versions", options->versions,
                "Remove all versions of each document, not only the one that is named");
  app->add_flag("--yes", options->yes, "Do not ask");
  app->add_flag("--dry-run", options->dry_run, "Only print what would go");
  add_output_flags(*app, options->output);
  commands.push_back({app, [options](Session& session) { return run_remove(*options, session); }});
}

}  // namespace attache
