// SPDX-License-Identifier: MIT
#include "seed/read/archive.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <utility>
#include <vector>

#include "seed/read/read.h"
#include "seed/read/utf8.h"

namespace attache {
namespace {

constexpr std::uint64_t max_frame = 16u << 20;
constexpr int pipe_size = 1 << 20;  ///< as much as Linux gives without privilege

struct Pipe {
  Descriptor read_end, write_end;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    throw ReadError("no free descriptors for another archive");
  fcntl(ends[0], F_SETPIPE_SZ,
        pipe_size);  // fewer switches between the two; does no harm where it is refused
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::vector<std::string> arguments(const WalkOptions& options) {
  return {"archive", std::to_string(options.max_bytes), std::to_string(options.max_ratio),
          std::to_string(options.max_entries)};
}

/// Names in archives may be in any encoding; what is not UTF-8 is shown as U+FFFD.
std::string clean_name(const std::string& name) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t bad = find_invalid_utf8(name); bad != std::string::npos;
       bad = find_invalid_utf8(name, at)) {
    result.append(name, at, bad - at);
    append_utf8(result, 0xFFFD);
    at = bad + invalid_length(std::string_view(name).substr(bad));
  }
  return result.append(name, at, std::string::npos);
}

/// What ours never says comes from one that its archive has taken over.
[[noreturn]] void go_astray() { throw ReadError("can't be read: its reader went astray"); }

}  // namespace

struct Archive::Started {
  Descriptor answers;
  ReaderProcess process;
};

Archive::Started Archive::start(const Descriptor& file, const WalkOptions& options) {
  Pipe pipe = make_pipe();
  return {std::move(pipe.read_end),
          ReaderProcess(arguments(options), file.get(), pipe.write_end.get())};
}

Archive::Archive(Descriptor file, const WalkOptions& options)
    : Archive(start(file, options), options) {}

Archive::Archive(Started started, const WalkOptions& options)
    : max_bytes_(options.max_bytes),
      max_entries_(options.max_entries),
      seconds_(options.seconds),
      give_up_(options.give_up),
      answers_(std::move(started.answers)),
      process_(std::move(started.process)) {}

void Archive::receive(Waiting& waiting) {
  if (read_frame(answers_.get(), frame_, max_frame, &waiting)) return;
  answers_.reset();
  throw ReadError("can't be read: its reader " + process_.wait());
}

bool Archive::next(ArchiveEntry& entry) {
  // An entry may be as large as any document, and is told of only when it comes.
  Waiting waiting(seconds_, max_bytes_, give_up_);
  receive(waiting);
  if (frame_.type == FrameType::end) return false;
  if (frame_.type == FrameType::error) throw ReadError(frame_.payload);
  if (frame_.type != FrameType::path || ++entries_ > max_entries_) go_astray();
  entry = {clean_name(frame_.payload), {}, {}};
  for (receive(waiting); frame_.type == FrameType::text; receive(waiting)) {
    if (entry.bytes.size() + frame_.payload.size() > max_bytes_)
      throw ReadError("can't be read: its reader gave too much");
    entry.bytes += frame_.payload;
  }
  if (frame_.type == FrameType::error) throw ReadError(frame_.payload);
  if (frame_.type != FrameType::done && frame_.type != FrameType::skipped) go_astray();
  if (frame_.type == FrameType::skipped)
    entry.reason = frame_.payload.empty() ? "left out" : clean_name(frame_.payload);
  return true;
}

}  // namespace attache
