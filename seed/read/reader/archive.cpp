// SPDX-License-Identifier: MIT
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <new>
#include <string>
#include <string_view>

#include "seed/read/protocol.h"
#include "seed/read/reader/archive_handle.h"
#include "seed/read/reader/confinement.h"
#include "seed/read/reader/extracted.h"
#include "seed/text/counted.h"

namespace attache::reader {
namespace {

struct Limits {
  std::uint64_t bytes, ratio, entries;
};

constexpr std::uint64_t small = 1u << 20;  ///< an entry that unpacks to no harm, whatever its ratio
constexpr std::uint64_t small_whole = 64u << 20;  ///< the same for all entries together
constexpr std::size_t block_size =
    1u << 16;  ///< read at a time, and so the precision of the packed size

/// `compressed_file`: what is compressed is one file, whatever it looks like inside.
ArchiveHandle open_input(bool compressed_file) {
  ArchiveHandle handle(archive_read_new());
  archive_read_support_filter_gzip(handle.get());
  archive_read_support_filter_bzip2(handle.get());
  archive_read_support_filter_xz(handle.get());
  archive_read_support_filter_zstd(handle.get());
  if (!compressed_file) {
    archive_read_support_format_tar(handle.get());
    archive_read_support_format_gnutar(handle.get());
    archive_read_support_format_zip(handle.get());
  }
  archive_read_support_format_raw(handle.get());  // a single compressed file
  archive_read_support_format_empty(handle.get());
  if (archive_read_open_fd(handle.get(), STDIN_FILENO, block_size) != ARCHIVE_OK)
    throw FormatError(archive_reason(handle.get(), "can't be read as an archive"));
  return handle;
}

/// Why an entry's name is refused; empty where it is good. A climbing name does no harm here, where
/// nothing is written, but tells of a file made to harm.
std::string objection(std::string_view name) {
  if (!name.empty() && name[0] == '/') return "refused: an absolute path inside an archive";
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
    if (name.substr(at, end - at) == "..") return "refused: its path climbs out of the archive";
    at = end + 1;
  }
  return {};
}

/// Files that no reader of documents wants: hidden ones and what macOS adds.
bool is_hidden(std::string_view name) {
  return name.rfind("__MACOSX/", 0) == 0 || name[0] == '.' ||
         name.find("/.") != std::string_view::npos;
}

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  std::string_view view = name ? name : "(unnamed)";
  while (view.substr(0, 2) == "./") view.remove_prefix(2);
  return std::string(view);
}

struct Gone {};  ///< attache no longer listens

void send(FrameType type, std::string_view payload = {}) {
  if (!write_frame(STDOUT_FILENO, type, payload)) throw Gone();
}

std::uint64_t size_of_input() {
  struct stat status {};
  return fstat(STDIN_FILENO, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::uint64_t packed_bytes(archive* handle) {
  return static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(handle, -1)));
}

class Streamer {
 public:
  explicit Streamer(Limits limits) : limits_(limits), handle_(open_input(false)) {}

  void run() {
    archive_entry* entry = nullptr;
    while (true) {
      allow_time();
      int status = archive_read_next_header(handle_.get(), &entry);
      if (status >= ARCHIVE_WARN && is_compressed_zip()) {
        if (lseek(STDIN_FILENO, 0, SEEK_SET) != 0) throw FormatError("can't be read twice");
        handle_ = open_input(true);
        status = archive_read_next_header(handle_.get(), &entry);
      }
      if (status == ARCHIVE_EOF) break;
      if (status < ARCHIVE_WARN)
        throw FormatError("damaged: " + archive_reason(handle_.get(), "it ends early"));
      if (++entries_ > limits_.entries)
        throw FormatError("more than " + std::to_string(limits_.entries) + " entries");
      visit(entry);
    }
    send(FrameType::end);
  }

 private:
  void visit(archive_entry* entry) {
    const bool raw = archive_format(handle_.get()) == ARCHIVE_FORMAT_RAW;
    if (raw && archive_filter_count(handle_.get()) < 2)
      throw FormatError("damaged: neither an archive nor compressed");
    const std::string name = raw ? std::string() : name_of(entry);
    if (archive_entry_filetype(entry) == AE_IFDIR || is_hidden_file(name)) return;
    send(FrameType::path, name);
    std::string reason = objection(name);
    if (reason.empty() && !raw && archive_entry_filetype(entry) != AE_IFREG)
      reason = "not a regular file";
    if (reason.empty() && archive_entry_is_encrypted(entry)) reason = "is encrypted";
    if (reason.empty() && archive_entry_size_is_set(entry) &&
        archive_entry_size(entry) > static_cast<la_int64_t>(limits_.bytes))
      reason = too_large();
    if (reason.empty()) reason = stream();
    // Only a ZIP can jump over what is refused; anything else unpacks it, and that has its bounds
    // too.
    if (!reason.empty() && archive_format(handle_.get()) != ARCHIVE_FORMAT_ZIP) drain();
    send(reason.empty() ? FrameType::done : FrameType::skipped, reason);
  }

  /// report.docx.gz is a document; its members are none.
  bool is_compressed_zip() {
    return archive_format(handle_.get()) == ARCHIVE_FORMAT_ZIP &&
           archive_filter_count(handle_.get()) > 1;
  }

  static bool is_hidden_file(const std::string& name) {
    return objection(name).empty() && !name.empty() && is_hidden(name);
  }

  std::string too_large() const {
    return "larger than " + counted(limits_.bytes, "byte") +
           ": say --max-document-size to allow more";
  }

  /// Sends an entry's bytes; why not all of them, or empty.
  std::string stream() {
    const std::uint64_t packed_before = packed_bytes(handle_.get());
    std::uint64_t unpacked = 0;
    while (true) {
      const void* block = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(handle_.get(), &block, &size, &offset);
      if (status == ARCHIVE_EOF) return {};
      if (status == ARCHIVE_RETRY) continue;
      if (status < ARCHIVE_WARN)
        return "damaged: " + archive_reason(handle_.get(), "it ends early");
      if (static_cast<std::uint64_t>(offset) != unpacked) return "refused: a file with holes";
      unpacked += size;
      count(size);
      if (unpacked > limits_.bytes) return too_large();
      if (unpacked > small && unpacked / limits_.ratio > packed_since(packed_before))
        return "refused: it unpacks to more than " + std::to_string(limits_.ratio) +
               " times its size";
      send(FrameType::text, {static_cast<const char*>(block), size});
    }
  }

  /// Unpacks the rest of an entry for nothing.
  void drain() {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    while (archive_read_data_block(handle_.get(), &block, &size, &offset) >= ARCHIVE_WARN &&
           size > 0) {
      count(size);
      size = 0;
    }
  }

  /// Ends the reading of an archive that as a whole unpacks to too much.
  void count(std::size_t size) {
    total_ += size;
    if (total_ > small_whole && total_ / limits_.ratio > packed_)
      throw FormatError("refused: it unpacks to more than " + std::to_string(limits_.ratio) +
                        " times its size");
  }

  /// What the entry took of the archive, rounded up: blocks are read ahead, and a ZIP's reading may
  /// jump.
  std::uint64_t packed_since(std::uint64_t before) const {
    const std::uint64_t now = packed_bytes(handle_.get());
    return (now > before ? now - before : 0) + small / limits_.ratio;
  }

  Limits limits_;
  ArchiveHandle handle_;
  std::uint64_t entries_ = 0;
  std::uint64_t total_ = 0;                 ///< unpacked bytes of all entries
  std::uint64_t packed_ = size_of_input();  ///< bytes of the archive itself
};

int failed(const std::string& reason) {
  return write_frame(STDOUT_FILENO, FrameType::error, reason) ? 0 : 1;
}

}  // namespace

int stream_archive(std::uint64_t max_bytes, std::uint64_t max_ratio, std::uint64_t max_entries) {
  try {
    Streamer({max_bytes, std::max<std::uint64_t>(1, max_ratio), max_entries}).run();
    return 0;
  } catch (const Gone&) {
    return 1;
  } catch (const std::bad_alloc&) {
    return failed("can't be read: it takes too much memory");
  } catch (const std::exception& error) {
    return failed(error.what());
  }
}

}  // namespace attache::reader
