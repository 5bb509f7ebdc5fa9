// SPDX-License-Identifier: MIT
// Formats: https://www.sqlite.org/fileformat2.html, sections 3 (journal) and 4 (write-ahead log).
#include "schema/stray_log.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/knowledge_base.h"
#include "schema/location.h"
#include "schema/page_header.h"
#include "schema/raw_file.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

constexpr int attempts = 5;

constexpr std::string_view journal_magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
constexpr std::size_t journal_head = 28;
constexpr std::size_t record_extra = 8;  // a page's number before it, its checksum behind it

constexpr std::uint32_t log_magic = 0x377f0682;  // or one more, by the order of its checksums
constexpr std::string_view log_magic_begin("\x37\x7f\x06", 3);  // what both have
// The map of a log is in the machine's own order of bytes, and begins with this version.
constexpr std::uint32_t map_version = 3'007'000;

constexpr std::size_t log_head = 32;
constexpr std::size_t frame_head = 24;
constexpr std::size_t salts_at =
    16;  // in the log's head; 8 bytes before the end of a frame's salts
constexpr std::size_t frame_salts_at = 8;

PageHeader header_of(const fs::path& file) {
  const auto raw = RawFile::open(file);
  return PageHeader(raw ? raw->read(0, PageHeader::size) : std::string());
}

/// One part of a rollback journal: its head and the pages after it, as they were before.
struct Segment {
  std::uint32_t records = 0;
  std::uint32_t pages_before = 0;  ///< of the whole database
  std::uint32_t sector_bytes = 0;
  std::uint64_t record_bytes = 0;
};

/// Nothing where no journal is, or one that was not yet, or is no more, to be played back.
std::optional<Segment> segment_at(const RawFile& journal, std::uint64_t at) {
  const std::string head = journal.read(at, journal_head);
  if (head.size() < journal_head || !head.starts_with(journal_magic)) return std::nullopt;
  Segment segment{big_endian(head, 8), big_endian(head, 16), big_endian(head, 20),
                  big_endian(head, 24) + record_extra};
  const bool sizes = segment.sector_bytes >= 32 && segment.sector_bytes <= 65'536 &&
                     segment.record_bytes >= 512 && segment.record_bytes <= 65'536 + record_extra;
  if (!sizes) return std::nullopt;  // SQLite plays no such journal back
  return segment;
}

/// Page 1 as it was before the change that the journal undoes; nothing where it does not hold it.
std::optional<PageHeader> page_before(const RawFile& journal) {
  std::uint64_t at = 0;
  while (const auto segment = segment_at(journal, at)) {
    at += segment->sector_bytes;
    for (std::uint32_t i = 0; i < segment->records; ++i, at += segment->record_bytes) {
      const std::string record = journal.read(at, 4 + PageHeader::size);
      if (record.size() < 4 + PageHeader::size) return std::nullopt;
      if (big_endian(record, 0) == 1) return PageHeader(record.substr(4));
    }
    at = (at + segment->sector_bytes - 1) / segment->sector_bytes * segment->sector_bytes;
  }
  return std::nullopt;
}

/// A journal undoes one change: page 1 is as before it, or written by it, which adds one to the
/// count of changes.
bool is_stray_journal(const RawFile& journal, const PageHeader& now) {
  const auto first = segment_at(journal, 0);
  if (!first) return false;
  if (first->pages_before == 0) return !now.empty() && now.changes() > 1;
  if (now.empty()) return true;
  const auto before = page_before(journal);
  if (!before) return now.pages() != first->pages_before;
  return !(now == *before) && now.changes() != before->changes() + 1;
}

/// A log goes on from page 1 as it stands in the file, or some of its pages were copied there. A
/// connection counts its changes from what it read first, so its first count may be the file's.
bool is_stray_log(const RawFile& log, const PageHeader& now) {
  const std::string head = log.read(0, log_head);
  const std::uint64_t size = log.size();
  if (size <= log_head) return false;
  if (now.empty()) return true;
  if (head.size() < log_head || (big_endian(head, 0) | 1) != (log_magic | 1)) return false;
  const std::uint64_t frame_bytes = frame_head + std::uint64_t{big_endian(head, 8)};
  const std::string_view salts = std::string_view(head).substr(salts_at, 8);
  bool first = true;
  bool any = false;
  for (std::uint64_t at = log_head; at + frame_bytes <= size; at += frame_bytes) {
    const std::string frame = log.read(at, frame_head + PageHeader::size);
    if (frame.size() < frame_head + PageHeader::size ||
        frame.compare(frame_salts_at, 8, salts) != 0)
      break;
    if (!now.write_ahead() || now.page_bytes() + frame_head != frame_bytes) return true;
    if (big_endian(frame, 0) != 1) continue;
    any = true;
    const PageHeader page(frame.substr(frame_head));
    if (page == now) return false;
    if (first && page.changes() - now.changes() <= 1) return false;
    first = false;
  }
  return any;
}

/// Whether a file of that name is none of SQLite's, which would write over it or delete it. One
/// that is being made, or was cut off, begins with a part of the sign or with nothing but zeros.
bool is_foreign(const RawFile& file, std::string_view sign) {
  const std::string head = file.read(0, sign.size());
  return !sign.starts_with(head) && head.find_first_not_of('\0') != std::string::npos;
}

/// `judge` on the log and the file as they stood at one instant: a log that others change meanwhile
/// is theirs, and looked at again.
template <typename Judge>
bool holds(const fs::path& file, const fs::path& log, const Judge& judge) {
  for (int i = 0; i < attempts; ++i) {
    const auto before = RawFile::open(log);
    if (!before || !judge(*before, header_of(file))) return false;
    const auto after = RawFile::open(log);
    if (after && after->read(0, log_head) == before->read(0, log_head)) return true;
  }
  return false;
}

[[noreturn]] void refuse(const fs::path& file, const fs::path& log) {
  throw KnowledgeBaseError(
      KnowledgeBaseError::Kind::stray_log,
      log.string() + ": is left of a run that was cut off, and belongs to another file than " +
          file.filename().string() +
          "; move it away, or put back the file that it belongs to, and try again");
}

void require_of_sqlite(const fs::path& file, std::string_view sign) {
  const auto judge = [&](const RawFile& log, const PageHeader&) { return is_foreign(log, sign); };
  if (holds(file, file, judge))
    throw KnowledgeBaseError(KnowledgeBaseError::Kind::stray_log,
                             file.string() +
                                 ": is no file of SQLite's, which would write over it; move it "
                                 "away, and try again");
}

}  // namespace

void require_own_logs(const fs::path& file) {
  const fs::path journal = beside(file, "-journal");
  const fs::path log = beside(file, "-wal");
  const fs::path map = beside(file, "-shm");
  for (const fs::path& each : {journal, log, map}) require_plain_beside(each);
  require_of_sqlite(journal, journal_magic);
  require_of_sqlite(log, log_magic_begin);
  const auto map_begin = std::bit_cast<std::array<char, sizeof(map_version)>>(map_version);
  require_of_sqlite(map, {map_begin.data(), map_begin.size()});
  if (holds(file, journal, is_stray_journal)) refuse(file, journal);
  if (holds(file, log, is_stray_log)) refuse(file, log);
}

bool has_log(const fs::path& file) {
  const auto log = RawFile::open(beside(file, "-wal"));
  return log && log->size() > log_head;
}

}  // namespace attache
