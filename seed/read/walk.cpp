// SPDX-License-Identifier: MIT
#include "seed/read/walk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <new>
#include <set>
#include <utility>

#include "seed/read/archive.h"
#include "seed/read/compressed.h"
#include "seed/read/file.h"
#include "seed/read/format.h"
#include "seed/read/glob.h"
#include "seed/read/read.h"
#include "seed/read/spool.h"
#include "system/retried.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

std::string bytes_at(int descriptor, std::uint64_t from, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t got = retried([&] {
      return pread(descriptor, bytes.data() + filled, size - filled,
                   static_cast<off_t>(from + filled));
    });
    if (got < 0) throw ReadError(system_reason(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

/// The first and last bytes of a file: enough to tell a ZIP archive from a DOCX, whose list of
/// members stands last. Throws ReadError: an archive that can't be read is none else.
std::string head_and_tail(int descriptor, std::uint64_t size) {
  constexpr std::uint64_t head = 512, tail = 1u << 16;
  std::string bytes = bytes_at(descriptor, 0, head);
  if (!begins_as_archive(bytes) || size <= head) return bytes;
  const std::uint64_t from = size > head + tail ? size - tail : head;
  return bytes + bytes_at(descriptor, from, static_cast<std::size_t>(size - from));
}

bool is_archive(int descriptor, std::uint64_t size) {
  return detect_format(head_and_tail(descriptor, size), "").format == Format::archive;
}

/// The sink puts the name in front itself.
std::string without_name(const std::string& words) {
  const std::string name = "standard input: ";
  return words.starts_with(name) ? words.substr(name.size()) : words;
}

class Walker {
 public:
  Walker(const WalkOptions& options, const WalkSink& sink) : options_(options), sink_(sink) {}

  bool named(const std::string& path);

 private:
  bool glob(const std::string& pattern);
  bool standard_input();
  bool folder(const std::string& path);
  bool file(const std::string& path, const struct stat& status);
  bool unpack(const std::string& path, Descriptor file);
  bool entry(const std::string& path, ArchiveEntry& found);
  bool left_out(const std::string& path) const {
    return options_.leave_out && options_.leave_out(path);
  }
  bool fail(const std::string& path, const std::string& reason) {
    sink_.failed(path, reason);
    return true;
  }

  const WalkOptions& options_;
  const WalkSink& sink_;
  std::set<std::pair<dev_t, ino_t>> seen_folders_;
};

/// A path that the user named: a file, a folder, a pattern, or standard input.
bool Walker::named(const std::string& path) {
  if (path == "-") return standard_input();
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    const int error = errno;
    return error == ENOENT && is_glob(path) ? glob(path) : fail(path, system_reason(error));
  }
  return S_ISDIR(status.st_mode) ? folder(path) : file(path, status);
}

bool Walker::glob(const std::string& pattern) {
  std::vector<std::string> paths;
  try {
    paths = expand_glob(pattern);
  } catch (const ReadError& error) {
    return fail(pattern, error.what());
  }
  if (paths.empty()) return fail(pattern, "nothing matches");
  return std::all_of(paths.begin(), paths.end(),
                     [&](const std::string& path) { return left_out(path) || named(path); });
}

bool Walker::standard_input() {
  std::string bytes;
  try {
    TakenInput taken = take_input(STDIN_FILENO, options_.max_bytes, options_.give_up);
    if (taken.file) {
      struct stat status {};
      if (fstat(taken.file.get(), &status) != 0 || lseek(taken.file.get(), 0, SEEK_SET) != 0)
        return fail("-", system_reason(errno));
      if (is_archive(taken.file.get(), static_cast<std::uint64_t>(status.st_size)))
        return unpack("-", std::move(taken.file));
      taken.bytes = read_descriptor(taken.file.get(), "standard input", options_.max_bytes);
    }
    bytes = std::move(taken.bytes);
  } catch (const ReadStopped&) {
    return false;
  } catch (const ReadError& error) {
    return fail("-", without_name(error.what()));
  } catch (const std::bad_alloc&) {
    return fail("-", "not enough memory to read it");
  }
  const std::uint64_t size = bytes.size();
  auto held = std::make_shared<std::string>(std::move(bytes));
  return sink_.item({"-", size, true, [held] { return std::move(*held); }});
}

bool Walker::folder(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return fail(path, system_reason(errno));
  if (!seen_folders_.emplace(status.st_dev, status.st_ino).second) return true;
  std::vector<std::string> names;
  std::error_code error;
  auto at = retried(error, [&] { return fs::directory_iterator(path, error); });
  for (const fs::directory_iterator end; !error && at != end; at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  if (error) return fail(path, system_reason(error.value()));
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    const std::string inner = path.back() == '/' ? path + name : path + "/" + name;
    if (name.front() == '.') {
      if (options_.hidden) options_.hidden(inner);
      continue;
    }
    bool go_on = true;
    if (stat(inner.c_str(), &status) != 0) go_on = fail(inner, system_reason(errno));
    else if (S_ISDIR(status.st_mode)) go_on = folder(inner);
    else if (S_ISREG(status.st_mode)) go_on = left_out(inner) || file(inner, status);
    if (!go_on) return false;
  }
  return true;
}

bool Walker::file(const std::string& path, const struct stat& status) {
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (S_ISREG(status.st_mode)) {
    Descriptor opened(retried([&] { return open(path.c_str(), O_RDONLY | O_CLOEXEC); }));
    if (!opened) return fail(path, system_reason(errno));
    try {
      if (is_archive(opened.get(), size)) return unpack(path, std::move(opened));
    } catch (const ReadError& error) {
      return fail(path, error.what());
    }
  }
  const std::uint64_t max_bytes = options_.max_bytes;
  const GiveUp give_up = S_ISREG(status.st_mode) ? GiveUp() : options_.give_up;
  return sink_.item({path, S_ISREG(status.st_mode) ? size : 0, false,
                     [path, max_bytes, give_up] { return read_file(path, max_bytes, give_up); }});
}

bool Walker::unpack(const std::string& path, Descriptor file) {
  try {
    Archive archive(std::move(file), options_);
    ArchiveEntry found;
    while (archive.next(found))
      if (!entry(path, found)) return false;
  } catch (const ReadStopped&) {
    return false;
  } catch (const ReadError& error) {
    return fail(path, error.what());
  } catch (const std::bad_alloc&) {
    return fail(path, "not enough memory to read it");
  }
  return true;
}

bool Walker::entry(const std::string& path, ArchiveEntry& found) {
  // A single compressed file has no names inside: it is speech.txt.gz!speech.txt.
  const std::string inner =
      path + "!" + (found.path.empty() ? fs::path(path).stem().string() : found.path);
  if (!found.reason.empty()) return fail(inner, found.reason);
  if (left_out(inner)) return true;
  std::string name = inner;
  try {
    if (unpack_compressed(found.bytes, options_)) name = name_inside(inner);
  } catch (const ReadStopped&) {
    return false;
  } catch (const ReadError& error) {
    return fail(inner, error.what());
  }
  const std::uint64_t size = found.bytes.size();
  auto held = std::make_shared<std::string>(std::move(found.bytes));
  return sink_.item({name, size, true, [held] { return std::move(*held); }});
}

}  // namespace

bool walk(const std::vector<std::string>& paths, const WalkOptions& options, const WalkSink& sink) {
  Walker walker(options, sink);
  return std::all_of(paths.begin(), paths.end(),
                     [&](const std::string& path) { return walker.named(path); });
}

}  // namespace attache
