// SPDX-License-Identifier: MIT
#include "seed/seeder.h"

#include <algorithm>
#include <filesystem>
#include <mutex>

#include "schema/knowledge_base.h"
#include "seed/parallel.h"
#include "seed/read/date.h"
#include "seed/read/digest.h"
#include "seed/records_of.h"

namespace attache {
namespace {

/// A document after reading and extracting.
struct Prepared {
  SeedSource source;
  std::uint64_t bytes = 0;
  std::string error;       ///< not empty: it failed
  bool unchanged = false;  ///< known by its digest: nothing was extracted
  DocumentRecord record;
  DocumentRows rows;
};

/// The name of a file without folder and ending, as a title for want of a better one.
std::string title_of_path(const std::string& path) {
  std::string title = std::filesystem::path(path).stem().string();
  std::replace(title.begin(), title.end(), '_', ' ');
  return title;
}

/// What file and user say of the document, the user first.
Metadata merged_metadata(const SeedSource& source, const Document& document, const Engine& engine) {
  Metadata out = source.given;
  const Metadata& own = document.metadata;
  if (out.title.empty()) out.title = own.title;
  if (out.country.empty()) out.country = engine.country_code(own.country).value_or("");
  if (out.date.empty() && is_iso_date(own.date)) out.date = own.date;
  if (out.language.empty()) out.language = own.language;
  if (out.source.empty()) out.source = own.source;
  if (out.title.empty()) out.title = source.path.empty() ? "Untitled" : title_of_path(source.path);
  return out;
}

class Seeder {
 public:
  Seeder(KnowledgeBase& base, const Engine& engine, const SeedOptions& options)
      : base_(base), engine_(engine), options_(options) {}

  /// On any thread.
  Prepared prepare(SeedSource source) {
    Prepared prepared;
    prepared.source = std::move(source);
    prepared.error = prepared.source.error;
    if (!prepared.error.empty()) return prepared;
    try {
      read_and_extract(prepared);
    } catch (const ReadError& error) {
      prepared.error = error.what();
    }
    return prepared;
  }

  /// On the writing thread.
  Outcome store(const Prepared& prepared, SeedSummary& summary) {
    if (!prepared.error.empty()) return ++summary.failed, Outcome::failed;
    if (prepared.unchanged) return ++summary.unchanged, Outcome::unchanged;
    const Stored stored = [&] {
      const std::lock_guard lock(base_mutex_);
      return base_.put(prepared.record);
    }();
    if (stored == Stored::unchanged) return ++summary.unchanged, Outcome::unchanged;
    summary.stats.add(prepared.rows, prepared.bytes);
    if (stored == Stored::added) return ++summary.added, Outcome::added;
    return ++summary.replaced, Outcome::replaced;
  }

 private:
  void read_and_extract(Prepared& prepared) {
    const SeedSource& source = prepared.source;
    Document document;
    {
      const std::string bytes = source.load();
      prepared.bytes = bytes.size();
      prepared.unchanged = known(source, bytes);
      if (prepared.unchanged) return;
      document = read_document(bytes, source.name, options_.read);
    }
    const Metadata metadata = merged_metadata(source, document, engine_);
    prepared.rows = engine_.extract(document.text, {metadata.country, metadata.date});
    prepared.record = record_of(document, prepared.rows);
    describe(prepared.record, source, metadata);
    prepared.record.text = std::move(document.text);
  }

  void describe(DocumentRecord& record, const SeedSource& source, const Metadata& metadata) const {
    const std::string stem = source.path.empty() ? metadata.title : title_of_path(source.path);
    record.slug = source.slug.empty() ? stem : source.slug;  // the knowledge base makes it a slug
    record.title = metadata.title;
    record.country = metadata.country;
    record.date = metadata.date;
    record.language = metadata.language;
    record.source = metadata.source;
    record.path = source.path;
    record.engine_version = engine_version();
    record.lexicon_version = engine_.lexicon_version();
  }

  /// Whether the knowledge base holds the same bytes under the same path. Metadata given by the user may have
  /// changed, so the short cut is for documents without.
  bool known(const SeedSource& source, const std::string& bytes) {
    const Metadata& given = source.given;
    const bool described = !given.title.empty() || !given.country.empty() || !given.date.empty() ||
                           !given.language.empty() || !given.source.empty();
    if (source.path.empty() || described) return false;
    const std::string digest = sha256_hex(bytes);
    const std::lock_guard lock(base_mutex_);
    return base_.would_be(source.path, digest, engine_.lexicon_version(), engine_version()) == Stored::unchanged;
  }

  KnowledgeBase& base_;
  const Engine& engine_;
  const SeedOptions& options_;
  std::mutex base_mutex_;  // one connection, asked from all threads
};

}  // namespace

void ExtractStats::add(const DocumentRows& rows, std::uint64_t document_bytes) {
  documents += 1;
  bytes += document_bytes;
  sentences += rows.sentences.size();
  tokens += rows.tokens;
  mentions += rows.mentions;
  const auto count = [this](const auto& table, std::uint64_t& total) {
    total += table.size();
    for (const auto& row : table) {
      for (const Citation& citation : row.citations) ++citations_by_rule[citation.rule];
    }
  };
  count(rows.principles, principles);
  count(rows.priorities, priorities);
  count(rows.organizations, organizations);
  count(rows.leaders, leaders);
}

SeedSummary seed(KnowledgeBase& base, const Engine& engine, const SeedSources& sources, const SeedOptions& options,
                 const SeedObserver& observer) {
  base.put_vocabulary(engine.vocabulary(), engine.lexicon_version());
  Seeder seeder(base, engine, options);
  SeedSummary summary;
  if (options.batch) base.begin_batch();
  OrderedParallel<SeedSource, Prepared>::run(
      options.jobs, sources, [&](SeedSource source) { return seeder.prepare(std::move(source)); },
      [&](const Prepared& prepared) {
        const Outcome outcome = seeder.store(prepared, summary);
        return observer({prepared.source, outcome, prepared.bytes, prepared.error});
      });
  if (options.batch) base.end_batch();
  return summary;
}

}  // namespace attache
