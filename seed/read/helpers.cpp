// SPDX-License-Identifier: MIT
#include "seed/read/helpers.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "seed/read/descriptor.h"
#include "seed/read/process.h"
#include "seed/read/protocol.h"
#include "seed/read/utf8.h"

namespace attache {
namespace {

/// No text is longer than this many times the file and a spare MB; what is longer comes from a
/// reader gone astray.
constexpr std::uint64_t max_growth = 64;
constexpr std::uint64_t spare = 1u << 20;

/// A process serves so many documents: each has its processor time, and all together must fit in
/// what one process may take (reader/confinement.cpp).
constexpr int max_documents = 200;

/// So many processes with a character set of their own are kept for later.
constexpr int max_special_idle = 8;

struct Pair {
  Descriptor ours, theirs;
};

Pair connected_pair() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw ReadError("attache-reader can't be started: no free descriptors");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A document names its character set, and a process is started for it: at most by a name such as
/// iconv has.
bool is_charset_name(std::string_view name) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:+()";
  return !name.empty() && name.size() <= 40 &&
         name.find_first_not_of(letters) == std::string_view::npos;
}

void set(Metadata& metadata, std::string_view entry) {
  const std::size_t equals = entry.find('=');
  if (equals == std::string_view::npos || find_invalid_utf8(entry) != std::string_view::npos)
    return;
  const std::string_view key = entry.substr(0, equals);
  const std::string value(entry.substr(equals + 1));
  if (key == "title") metadata.title = value;
  if (key == "date") metadata.date = value;
  if (key == "language") metadata.language = value;
  if (key == "source") metadata.source = value;
  if (key == "heading") metadata.heading = value;
  if (key == "created") metadata.created = value;
}

}  // namespace

/// One running `attache-reader documents`.
class DocumentHelper {
 public:
  /// `loaded` is a character set to load besides the usual ones, or empty.
  explicit DocumentHelper(const std::string& loaded) : DocumentHelper(connected_pair(), loaded) {}

  const std::string& loaded() const { return loaded_; }

  bool may_serve_more() const { return served_ < max_documents; }
  /// False where the reader is gone; then why_gone() says why.
  bool request(const std::string& format, const std::string& charset, std::string_view bytes) {
    ++served_;
    return write_frame(socket_.get(), FrameType::format, format) &&
           write_frame(socket_.get(), FrameType::charset, charset) &&
           write_frame(socket_.get(), FrameType::bytes, bytes);
  }
  bool answer(Frame& frame, std::uint64_t max_payload) {
    return read_frame(socket_.get(), frame, max_payload);
  }
  std::string why_gone() {
    socket_.reset();
    return process_.wait();
  }

 private:
  DocumentHelper(Pair pair, const std::string& loaded)
      : loaded_(loaded),
        socket_(std::move(pair.ours)),
        process_(arguments(loaded), pair.theirs.get(), pair.theirs.get()) {}
  static std::vector<std::string> arguments(const std::string& loaded) {
    if (loaded.empty()) return {"documents"};
    return {"documents", loaded};
  }

  std::string loaded_;
  Descriptor socket_;
  ReaderProcess process_;
  int served_ = 0;
};

ReaderHelpers::ReaderHelpers() = default;
ReaderHelpers::~ReaderHelpers() = default;

std::unique_ptr<DocumentHelper> ReaderHelpers::take(const std::string& loaded) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(idle_.rbegin(), idle_.rend(),
                                  [&](const auto& idle) { return idle->loaded() == loaded; });
  if (found == idle_.rend()) return nullptr;
  std::unique_ptr<DocumentHelper> helper = std::move(*found);
  idle_.erase(std::next(found).base());
  return helper;
}

void ReaderHelpers::put_back(std::unique_ptr<DocumentHelper> helper) {
  if (!helper->may_serve_more()) return;
  std::unique_ptr<DocumentHelper> too_many;  // ends without the lock
  const std::lock_guard lock(mutex_);
  const auto is_special = [](const auto& idle) { return !idle->loaded().empty(); };
  if (is_special(helper) &&
      std::count_if(idle_.begin(), idle_.end(), is_special) >= max_special_idle) {
    const auto oldest = std::find_if(idle_.begin(), idle_.end(), is_special);
    too_many = std::move(*oldest);
    idle_.erase(oldest);
  }
  idle_.push_back(std::move(helper));
}

HelperAnswer ReaderHelpers::read(const std::string& format, const std::string& charset,
                                 std::string_view bytes, const std::string& name) {
  HelperAnswer answer = ask({}, format, charset, bytes, name);
  if (answer.charset.empty()) return answer;
  const std::string needed = answer.charset;
  if (is_charset_name(needed)) answer = ask(needed, format, needed, bytes, name);
  if (!answer.charset.empty()) answer = ask({}, format, "UTF-8", bytes, name);  // iconv has none
  if (!answer.charset.empty()) throw ReadError(name + ": its reader went astray");
  return answer;
}

HelperAnswer ReaderHelpers::ask(const std::string& loaded, const std::string& format,
                                const std::string& charset, std::string_view bytes,
                                const std::string& name) {
  std::unique_ptr<DocumentHelper> helper = take(loaded);
  if (!helper) helper = std::make_unique<DocumentHelper>(loaded);
  HelperAnswer result;
  Frame frame;
  const std::uint64_t limit = bytes.size() * max_growth + spare;
  bool alive = helper->request(format, charset, bytes);
  while (alive && (alive = helper->answer(frame, limit - result.text.size()))) {
    if (frame.type == FrameType::text) result.text += frame.payload;
    if (frame.type == FrameType::metadata) set(result.metadata, frame.payload);
    if (frame.type == FrameType::charset) result.charset = frame.payload;
    if (frame.type == FrameType::done || frame.type == FrameType::error ||
        frame.type == FrameType::charset)
      break;
  }
  if (!alive) throw ReadError(name + ": can't be read: its reader " + helper->why_gone());
  put_back(std::move(helper));
  if (frame.type == FrameType::error) throw ReadError(name + ": " + frame.payload);
  if (find_invalid_utf8(result.text) != std::string::npos)
    throw ReadError(name + ": its reader gave ill-formed text");
  return result;
}

std::shared_ptr<ReaderHelpers> make_reader_helpers() { return std::make_shared<ReaderHelpers>(); }

}  // namespace attache
