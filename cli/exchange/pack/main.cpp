// SPDX-License-Identifier: MIT
// attache-pack: files on standard input, each as its name, the number of its bytes (a line each)
// and the bytes, become a ZIP archive on standard output. A program of its own, since loading what
// knows the format takes long beside a query. The same files give the same archive.
#include <archive.h>
#include <archive_entry.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>

#include "system/retried.h"
#include "system/spawning.h"

namespace {

/// The first day that the format can name, and half another: it is a day of that year in all time
/// zones.
constexpr time_t first_day = 315532800 + 129600;

struct FreeArchive {
  void operator()(archive* handle) const { archive_write_free(handle); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

/// Standard input in pieces.
class Input {
 public:
  /// Up to `most` bytes; none at the end, or where it can't be read.
  std::string_view piece(std::size_t most) {
    if (at_ == end_) {
      const auto got =
          attache::retried([&] { return ::read(STDIN_FILENO, bytes_, sizeof bytes_); });
      at_ = 0;
      end_ = got > 0 ? static_cast<std::size_t>(got) : 0;
      failed_ = failed_ || got < 0;
    }
    const std::string_view piece(bytes_ + at_, std::min(most, end_ - at_));
    at_ += piece.size();
    return piece;
  }
  /// Up to a line end, which is taken and left out; false where there is none.
  bool line(std::string& into) {
    into.clear();
    for (std::string_view byte = piece(1); !byte.empty(); byte = piece(1)) {
      if (byte == "\n") return true;
      into += byte;
    }
    return false;
  }
  bool failed() const { return failed_; }

 private:
  char bytes_[65536] = {};
  std::size_t at_ = 0, end_ = 0;
  bool failed_ = false;
};

bool pack_file(archive* handle, Input& input, const std::string& name, std::size_t size) {
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), first_day, 0);
  if (archive_write_header(handle, entry.get()) != ARCHIVE_OK) return false;
  while (size > 0) {
    const std::string_view piece = input.piece(size);
    if (piece.empty() || archive_write_data(handle, piece.data(), piece.size()) !=
                             static_cast<la_ssize_t>(piece.size()))
      return false;
    size -= piece.size();
  }
  return true;
}

bool pack() {
  const std::unique_ptr<archive, FreeArchive> handle(archive_write_new());
  if (archive_write_set_format_zip(handle.get()) != ARCHIVE_OK ||
      // More takes three times as long for a twentieth less.
      archive_write_set_options(handle.get(), "compression-level=4") != ARCHIVE_OK ||
      archive_write_set_bytes_in_last_block(handle.get(), 1) != ARCHIVE_OK ||
      archive_write_open_fd(handle.get(), STDOUT_FILENO) != ARCHIVE_OK)
    return false;
  const auto input = std::make_unique<Input>();
  for (std::string name, number; input->line(name);) {
    std::size_t size = 0;
    if (!input->line(number) ||
        std::from_chars(number.data(), number.data() + number.size(), size).ec != std::errc() ||
        !pack_file(handle.get(), *input, name, size))
      return false;
  }
  return !input->failed() && archive_write_close(handle.get()) == ARCHIVE_OK;
}

}  // namespace

int main() {
  attache::leave_ending_to_attache();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setenv("TZ", "UTC0", 1);  // NOLINT(concurrency-mt-unsafe): nobody else is there
  return pack() ? 0 : 1;
}
