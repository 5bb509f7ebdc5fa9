// SPDX-License-Identifier: MIT
#include "seed/corpora.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "seed/bounded.h"
#include "seed/identity.h"
#include "seed/read/compressed.h"
#include "seed/read/descriptor.h"
#include "seed/read/digest.h"
#include "seed/read/document_records.h"
#include "seed/read/file.h"
#include "seed/read/format.h"
#include "seed/read/path_text.h"
#include "seed/sources.h"
#include "system/retried.h"

namespace attache {
namespace {

constexpr std::size_t head_size = 1u << 16;

/// A slug has room for this much of the file's name before the row's id.
constexpr std::size_t stem_in_slug = 32;

ByteSource source_of_descriptor(int descriptor, const std::string& name, const GiveUp& give_up) {
  return [descriptor, name, give_up](char* buffer, std::size_t size) {
    return read_some(descriptor, buffer, size, name, give_up);
  };
}

Descriptor opened(const std::string& path) {
  Descriptor file(retried([&] { return open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY); }));
  if (!file) throw ReadError(system_reason(errno));
  return file;
}

WalkOptions limits_of(const ReadOptions& read) {
  WalkOptions limits;
  limits.max_bytes = read.max_bytes;
  limits.seconds = read.seconds;
  limits.give_up = read.give_up;
  return limits;
}

/// read_some puts the name in front itself.
std::string without_name(const std::string& words, const std::string& name) {
  return words.starts_with(name + ": ") ? words.substr(name.size() + 2) : words;
}

}  // namespace

std::string head_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  const Descriptor file(
      retried([&] { return open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY); }));
  if (!file) return {};
  std::string head(head_size, '\0');
  const ssize_t got = pread(file.get(), head.data(), head.size(), 0);
  head.resize(static_cast<std::size_t>(std::max<ssize_t>(0, got)));
  return head;
}

bool Corpora::is_table(const WalkItem& item) const {
  if (options_.records || item.path == "-" || table_named(item.path)) return true;
  if (std::find(named_.begin(), named_.end(), item.path) == named_.end()) return false;
  const std::vector<std::string> columns = columns_in(head_of(item.path), std::nullopt);
  return std::find(columns.begin(), columns.end(), options_.columns.text) != columns.end();
}

bool Corpora::expand(WalkItem item, const std::function<bool(SeedSource)>& push) const {
  if (item.in_archive) {
    const std::string bytes = item.load();
    return rows(source_of_bytes(bytes), item.path, push);
  }
  try {
    const Descriptor file = opened(item.path);
    return rows(source_of_descriptor(file.get(), item.path, nullptr), item.path, push);
  } catch (const ReadError& error) {
    SeedSource source;
    identify(source, item.path);
    source.error = source.name + ": " + without_name(error.what(), item.path);
    return push(std::move(source));
  }
}

bool Corpora::expand_standard_input(const std::function<bool(SeedSource)>& push) const {
  return rows(source_of_descriptor(STDIN_FILENO, "standard input", options_.read.give_up), "-",
              push);
}

bool Corpora::rows(const ByteSource& bytes, const std::string& path,
                   const std::function<bool(SeedSource)>& push) const {
  bool wanted = true, any = false;
  Met met;
  try {
    each_row(bytes, path, [&](TableDocument row) {
      any = true;
      return wanted = push(options_.records ? source_of_record(std::move(row), path)
                                            : source_of(std::move(row), path, met));
    });
    if (!any) return push_nothing(path, push);
  } catch (const ReadStopped&) {
    return false;
  } catch (const ReadError& error) {
    SeedSource source;
    identify(source, path);
    source.error = source.name + ": " + without_name(error.what(), source.name);
    return push(std::move(source));
  }
  return wanted;
}

/// What nothing came of is as empty as an empty file.
bool Corpora::push_nothing(const std::string& path,
                           const std::function<bool(SeedSource)>& push) const {
  if (options_.records && options_.filter) return true;
  SeedSource source;
  identify(source, path);
  source.error = source.name + (options_.records ? ": has no records; there is nothing to read"
                                                 : ": has no rows; there is nothing to read");
  source.blank = true;
  return push(std::move(source));
}

std::optional<std::vector<NumberedRow>> Corpora::numbered_rows(const std::string& path) const {
  if (options_.records) return std::nullopt;
  std::vector<NumberedRow> rows;
  bool ids = false;
  try {
    const Descriptor file = opened(path);
    each_row(source_of_descriptor(file.get(), path, options_.read.give_up), path,
             [&](const TableDocument& row) {
               ids = ids || !row.id.empty();
               rows.push_back({row.number, row.error.empty() ? row_digest(sha256_hex(row.text))
                                                             : std::string()});
               return !ids;
             });
  } catch (const ReadStopped&) {
    throw;
  } catch (const ReadError&) {
    return std::nullopt;  // it is told when its documents are read
  }
  if (ids) return std::nullopt;
  return rows;
}

void Corpora::each_row(const ByteSource& bytes, const std::string& path,
                       const std::function<bool(TableDocument)>& sink) const {
  const ReadOptions& read = options_.read;
  if (!options_.records) return read_table(bytes, table_named(path), options_.columns, read, sink);
  read_records(bytes, {options_.columns, options_.paths, read.max_bytes, read.replace_invalid},
               sink);
}

SeedSource Corpora::source_of(TableDocument row, const std::string& path, Met& met) const {
  SeedSource source;
  const std::string digest =
      row.id.empty() && is_piped(path) ? row_digest(sha256_hex(row.text)) : std::string();
  identify(source, path);
  const std::string file = source.name;
  const std::string key = row.id.empty() ? "row-" + std::to_string(row.number) : row.id;
  const std::string stem = source.piped ? std::string() : stem_of(file);
  source.name += "!" + key;
  // A row that can't be read may be any of the table's: its id need not be what it was.
  if (source.piped) {
    source.part += "!" + key;
  } else if (row.error.empty()) {
    source.path += "!" + key;
    source.identity += "!" + key;
  }
  source.stem = stem.empty() ? key : stem + " " + key;
  source.bytes = row.text.size();
  source.decoded = true;
  source.encoding = row.encoding;
  if (!row.error.empty()) source.error = file + ":" + std::to_string(row.line) + ": " + row.error;
  source.blank = row.blank;
  source.remark = row.remark;
  source.whole = true;
  descriptions_.describe_row(source, path, std::move(row));
  descriptions_.name(source, key);
  // Its content alone tells it, wherever it stands; of equal ones the first from the second.
  if (!digest.empty() && !source.slug_given && source.from.source != from::option)
    source.part = "!row-" + std::to_string(++met[digest]);
  if (source.slug.empty()) {
    const std::string short_stem = first_characters(stem, stem_in_slug);
    source.slug = short_stem.empty() ? key : short_stem + " " + key;
    source.slug_made = true;
  }
  return source;
}

/// A record's document is what the record says, wherever the record stands: nothing of it comes
/// from the name of the file with the records, or from its place there.
SeedSource Corpora::source_of_record(TableDocument row, const std::string& path) const {
  SeedSource source;
  const std::string file = path == "-" ? "standard input" : path_text(path);
  source.record = {file + ":" + std::to_string(row.line), row.id, row.path, row.code};
  const std::string named = row.path.empty() ? std::string() : path_of_text(row.path);
  source.name = !named.empty() ? path_text(named) : row.id.empty() ? "record" : row.id;
  source.error = row.error;
  source.remark = row.remark;
  source.bytes = row.text.size();
  if (!source.error.empty()) return source;
  if (named.empty()) {
    source.decoded = source.whole = true;
    source.encoding = Encoding::utf8;
    source.stem = row.id;
    // Without an id a text is known by itself.
    const std::string digest = sha256_hex(row.text);
    source.slug = row.id.empty() ? "text-" + digest.substr(0, 12) : row.id;
    source.piped = true;
    source.identity = record_identity({}, row.id, digest);
    descriptions_.describe_row(source, {}, std::move(row));
    return source;
  }
  const bool packed = is_compressed(head_of(named));
  const std::string whole = packed ? name_inside(named) : named;
  source.path = source.name = path_text(whole);
  source.identity = record_identity(whole, {}, {});
  source.stem = stem_of(source.name);
  descriptions_.describe_row(source, whole, std::move(row));
  source.load = [named, packed, name = source.name, limits = limits_of(options_.read)] {
    std::string bytes = read_named_file(named, limits.max_bytes);
    if (packed && !unpack_compressed(bytes, limits, name))
      throw ReadError(name + ": is in an archive; a record names one document");
    return bytes;
  };
  return source;
}

}  // namespace attache
