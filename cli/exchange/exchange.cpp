// SPDX-License-Identifier: MIT
#include "cli/exchange/exchange.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/error.h"
#include "cli/exchange/kinds.h"
#include "cli/exchange/writers.h"
#include "cli/export/output_file.h"
#include "cli/interrupt.h"
#include "cli/told_hints.h"
#include "schema/catalog.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct Tally {
  std::uint64_t documents = 0, annotations = 0;
};

/// A format that other programs read: a file, or a folder of files.
struct Format {
  const char* name;
  bool folder;
  void (*write)(const ExchangeOptions&, const KnowledgeBase&, Sink& out,
                const std::function<void(ExchangeWriter&)>&);
};

constexpr std::string_view standard_output = "-";

void write_sole_file(const ExchangeOptions& options, const KnowledgeBase& base, Sink& out,
                     const std::function<void(Sink&)>& write) {
  if (options.path != standard_output)
    return write_file({options.path, options.force}, KeptFiles(base.file()), write);
  write(out);
  out.flush();
}

void write_folder(const ExchangeOptions& options, const KnowledgeBase& base, const char* marker,
                  const std::function<std::unique_ptr<ExchangeWriter>(ExchangeFolder&)>& make,
                  const std::function<void(ExchangeWriter&)>& fill) {
  ExchangeFolder folder(options.path, options.force, KeptFiles(base.file()));
  folder.refuse_taken(marker);
  fill(*make(folder));
  folder.finish();
}

constexpr std::array<Format, 5> formats{{
    {"qdpx", false,
     [](const auto& options, const auto& base, Sink& out, const auto& fill) {
       write_sole_file(options, base, out, [&](Sink& sink) { fill(*project_writer(base, sink)); });
     }},
    {"qdc", false,
     [](const auto& options, const auto& base, Sink& out, const auto&) {
       write_sole_file(options, base, out, [&](Sink& sink) { sink.append(codebook_text(base)); });
     }},
    {"web-annotation", false,
     [](const auto& options, const auto& base, Sink& out, const auto& fill) {
       write_sole_file(options, base, out, [&](Sink& sink) { fill(*web_annotation_writer(sink)); });
     }},
    {"brat", true,
     [](const auto& options, const auto& base, Sink&, const auto& fill) {
       write_folder(
           options, base, "attache.json",
           [&](ExchangeFolder& folder) {
             folder.set_marker("attache.json");
             return brat_writer(base, folder);
           },
           fill);
     }},
    {"label-studio", true,
     [](const auto& options, const auto& base, Sink&, const auto& fill) {
       write_folder(
           options, base, "tasks.json",
           [&](ExchangeFolder& folder) { return label_studio_writer(base, folder); }, fill);
     }},
}};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const AnnotationKind& kind : annotation_kinds()) names.emplace_back(kind.table);
  return names;
}

/// Hands all documents to the writer.
Tally fill(ExchangeWriter& writer, const KnowledgeBase& base,
           const std::vector<FilterValues>& filters, const ExchangeOptions& options,
           const InterruptGuard& guard) {
  Tally tally;
  read_annotated(base, filters, options.tables, [&](const AnnotatedDocument& document) {
    if (guard.requested()) return false;
    writer.document(document);
    ++tally.documents;
    for (const AnnotatedRow& row : document.rows) tally.annotations += row.places.size();
    return true;
  });
  if (guard.requested()) throw Interrupted("interrupted; the export is not whole");
  writer.end();
  return tally;
}

}  // namespace

void ExchangeFolder::refuse_taken(const std::string& name) const {
  const Entry entry = folder_.entry(name);
  if (entry == Entry::none || (entry == Entry::file && replace_)) return;
  throw UsageError(folder_.shown(name) +
                   (entry == Entry::file ? " is there; give another folder, or --force to overwrite"
                                         : " is there and is no file; give another folder"));
}

StagedFile ExchangeFolder::begin(const std::string& name) const {
  refuse_taken(name);
  return StagedFile(folder_, name);
}

void ExchangeFolder::set_marker(std::string name) { marker_ = std::move(name); }

ExchangeFolder::~ExchangeFolder() {
  if (finished_) return;
  for (const std::string& name : new_) ::unlinkat(folder_.descriptor(), name.c_str(), 0);
}

void ExchangeFolder::finish() {
  folder_.sync();
  finished_ = true;
}

void ExchangeFolder::put_in_place(StagedFile& file) {
  file.finish();
  if (!marker_.empty()) folder_.remove(std::exchange(marker_, {}));
  const bool is_new = folder_.entry(file.name()) == Entry::none;
  file.put_in_place(replace_);
  if (is_new) new_.push_back(file.name());
}

void ExchangeFolder::write(const std::string& name, std::string_view content) {
  StagedFile file = begin(name);
  file.sink().append(content);
  put_in_place(file);
}

void add_exchange_flags(CLI::App& app, ExchangeOptions& options) {
  app.add_option("--to", options.format, "Annotations as another program reads them, instead")
      ->type_name("FORMAT")
      ->transform(CLI::IsMember(format_names(), CLI::ignore_case));
  app.add_option("-o,--output", options.path,
                 "With --to, the file (qdpx, qdc, web-annotation; - is standard output) or folder "
                 "(brat, label-studio)")
      ->type_name("PATH")
      ->check(CLI::Validator(names_a_file, ""));
  app.add_option("--table", options.tables, "With --to, annotations of this table alone")
      ->type_name("TABLE")
      ->allow_extra_args(false)
      ->transform(CLI::IsMember(table_names(), CLI::ignore_case));
}

int run_exchange(const ExchangeOptions& options, const std::vector<FilterValues>& filters,
                 Session& session) {
  if (options.path.empty()) throw UsageError("--to needs --output PATH, where to write");
  const auto format = std::find_if(formats.begin(), formats.end(),
                                   [&](const Format& one) { return one.name == options.format; });
  if (format->folder && options.path == standard_output)
    throw UsageError("--to " + options.format + " makes a folder; name it with --output");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const Snapshot snapshot(base);
  const InterruptGuard guard;
  Tally tally;
  bool filled = false;
  format->write(options, base, session.out, [&](ExchangeWriter& writer) {
    tally = fill(writer, base, filters, options, guard);
    filled = true;
  });
  session.note((filled ? counted(tally.documents, "document") + ", " +
                             counted(tally.annotations, "annotation")
                       : std::string("the codebook")) +
               " written to " +
               (options.path == standard_output ? "standard output" : options.path));
  if (filled && tally.documents == 0)
    tell_hints(session, base, *find_table("documents"), filters, 0);
  return 0;
}

}  // namespace attache
