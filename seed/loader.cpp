// SPDX-License-Identifier: MIT
#include "seed/loader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <utility>

#include "schema/knowledge_base.h"
#include "schema/slug.h"
#include "seed/identity.h"
#include "seed/known_values.h"
#include "seed/met.h"
#include "seed/read/bounded_lines.h"
#include "seed/read/descriptor.h"
#include "seed/read/file.h"
#include "seed/read/format.h"
#include "seed/read/path_text.h"
#include "seed/result_record.h"
#include "seed/states_by_sentence.h"
#include "seed/store.h"
#include "system/retried.h"

namespace attache {
namespace {

constexpr std::size_t chunk = 1u << 18;

/// A line of results on its way in.
struct ResultLine {
  std::string where;  ///< "FILE:LINE", or FILE
  std::string error;  ///< not empty: it failed already
  BoundedLine line;
};

using Push = std::function<bool(ResultLine)>;

/// Hands over the lines of one file after the other.
class ResultFiles {
 public:
  ResultFiles(const std::vector<std::string>& files, const LoadOptions& options)
      : files_(files), options_(options) {}

  void operator()(const Push& push) const {
    for (const std::string& file : files_) {
      const std::string name = file == "-" ? "standard input" : path_text(file);
      try {
        if (!read(file, name, push)) return;
      } catch (const ReadStopped&) {
        return;
      } catch (const ReadError& error) {
        if (!push({name, error.what(), {}})) return;
      }
    }
  }

 private:
  bool read(const std::string& file, const std::string& name, const Push& push) const {
    if (file == "-") return lines(STDIN_FILENO, name, push);
    const Descriptor opened(
        retried([&] { return open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY); }));
    if (!opened) throw ReadError(name + ": " + system_reason(errno));
    return lines(opened.get(), name, push);
  }

  bool lines(int descriptor, const std::string& name, const Push& push) const {
    BoundedLines lines(options_.max_line, [&](BoundedLine line) {
      std::string where = name + ":" + std::to_string(line.number);
      return push({std::move(where), {}, std::move(line)});
    });
    std::string buffer(chunk, '\0');
    for (bool first = true;; first = false) {
      const std::size_t got =
          read_some(descriptor, buffer.data(), buffer.size(), name, options_.give_up);
      if (got == 0) return lines.finish();
      const std::string_view piece(buffer.data(), got);
      if (first && begins_as_archive(piece))
        throw ReadError(name +
                        ": is compressed; unpack it first, as zcat FILE | attache load OUT.db -");
      if (!lines.feed(piece)) return false;
    }
  }

  const std::vector<std::string>& files_;
  const LoadOptions& options_;
};

/// Makes documents of lines; on any thread.
class Reader {
 public:
  Reader(const KnowledgeBase& base, const Engine& engine, const LoadOptions& options)
      : engine_(engine), options_(options), known_(base, engine), names_(engine.state_names()) {}

  Prepared prepare(ResultLine line) const {
    Prepared prepared;
    prepared.source.name = line.where;
    prepared.bytes = line.line.bytes.size();
    prepared.error = line.error;
    if (!prepared.error.empty()) return prepared;
    prepare_with(prepared, [&] {
      try {
        fill(prepared, line.line);
      } catch (const ResultError& error) {
        prepared.error = line.where + ": " + error.what() + cut_off(line.line);
      }
    });
    return prepared;
  }

 private:
  /// A line without an end may be whole; one that is not was cut off.
  static std::string cut_off(const BoundedLine& line) {
    return line.ended ? "" : "; the file was cut off in this line";
  }

  void fill(Prepared& prepared, const BoundedLine& line) const {
    if (line.too_long)
      throw ResultError("longer than " + std::to_string(options_.max_line) +
                        " bytes: say --max-line-size to allow more");
    ResultRecord result = read_result(line.bytes);
    DocumentRecord& document = result.document;
    if (!result.failure.empty()) throw ResultError(failed_words(result));
    check_versions(document);
    known_.check(document);
    if (is_of_this_version(document))
      document.states_named =
          state_counts(states_by_sentence(names_, document.text, document.sentences));
    const std::string path = result.path.empty() ? std::string() : path_of_text(result.path);
    document.path = path_text(path);
    document.identity = record_identity(path, result.id, document.sha256);
    count(prepared.stats, document);
    prepared.record = std::move(document);
  }

  static std::string failed_words(const ResultRecord& result) {
    return (result.id.empty() ? "the record" : "'" + result.id + "'") +
           " failed when it was extracted: " + result.failure;
  }

  bool is_of_this_version(const DocumentRecord& document) const {
    return document.engine_version == engine_version() &&
           document.lexicon_version == engine_.lexicon_version();
  }

  void check_versions(const DocumentRecord& document) const {
    if (options_.other_versions || is_of_this_version(document)) return;
    throw ResultError(std::string(other_version) + "attache " + document.engine_version +
                      " with lexicon " + document.lexicon_version + ", and this is " +
                      engine_version() + " with " + engine_.lexicon_version() +
                      "; extract it again, or take it with --other-versions");
  }

  static void count(ExtractStats& stats, const DocumentRecord& document) {
    stats.documents = 1;
    stats.bytes = document.bytes;
    stats.sentences = document.sentences.size();
    stats.principles = document.principles.size();
    stats.priorities = document.priorities.size();
    stats.organizations = document.organizations.size();
    stats.leaders = document.leaders.size();
  }

  const Engine& engine_;
  const LoadOptions& options_;
  const KnownValues known_;
  const StateNames names_;
};

/// What tells two results of one document apart. What follows from it is the engine's, which gives
/// the same for the same.
std::string content_of(const DocumentRecord& d) {
  std::string all;
  for (const std::string* part : {&d.slug, &d.sha256, &d.title, &d.country, &d.date, &d.language,
                                  &d.source, &d.engine_version, &d.lexicon_version})
    all += *part + '\n';
  for (const MetadataRecord& entry : d.metadata) all += entry.key + '\n' + entry.value + '\n';
  return all;
}

/// Makes an error of a result that another one of the run contradicts. An engine that tries a task
/// again hands over the same result twice, which is none.
void refuse_second(Met& met, Prepared& prepared) {
  if (!prepared.error.empty()) return;
  const DocumentRecord& d = prepared.record;
  if (!met.contradicts(d.identity, content_of(d))) return;
  prepared.error = prepared.source.name + ": the document '" +
                   (d.path.empty() ? reference_slug(d.slug) : d.identity) +
                   "' stands in an earlier line, too, with other content";
}

}  // namespace

SeedSummary load(KnowledgeBase& base, const Engine& engine, const std::vector<std::string>& files,
                 const LoadOptions& options, const SeedObserver& observer) {
  base.put_vocabulary(engine.vocabulary(), engine.lexicon_version());
  SeedOptions storing;
  storing.jobs = options.jobs;
  storing.batch = true;
  storing.strict = options.strict;
  const Reader reader(base, engine, options);
  const ResultFiles lines(files, options);
  Met met;
  Store store(base, storing, observer);
  store.look_first([&](Prepared& prepared) { refuse_second(met, prepared); });
  return store.run<ResultLine>(
      lines, [&](ResultLine line) { return reader.prepare(std::move(line)); },
      [](const ResultLine& line) { return line.line.bytes.size(); });
}

}  // namespace attache
