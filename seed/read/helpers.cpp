// SPDX-License-Identifier: MIT
#include "seed/read/helpers.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "seed/read/blank.h"
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

/// What programs write for want of a language ("C", "C.UTF-8") is none.
bool is_language(std::string_view tag) {
  return tag.size() > 1 && std::all_of(tag.begin(), tag.end(), [](char byte) {
           return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '-' || byte == '_';
         });
}

/// Authors that are kept of one document, from a reader that may have gone astray.
constexpr std::size_t max_authors = 50;

void set(Metadata& metadata, std::string_view entry) {
  const std::size_t equals = entry.find('=');
  if (equals == std::string_view::npos || find_invalid_utf8(entry) != std::string_view::npos)
    return;
  const std::string_view key = entry.substr(0, equals);
  const std::string value(entry.substr(equals + 1));
  if (key == "title") metadata.title = value;
  if (key == "date") metadata.date = value;
  if (key == "language" && is_language(value)) metadata.language = value;
  if (key == "source") metadata.source = value;
  if (key == "heading") metadata.heading = value;
  if (key == "author" && metadata.own.size() < max_authors)
    metadata.own.push_back({"author", value});
  if (key == "created") metadata.created = value;
}

/// "kept visible", or nothing where it is something else.
KeptText kept_text(const std::string& payload) {
  KeptText text;
  const char* end = payload.data() + payload.size();
  const auto kept = std::from_chars(payload.data(), end, text.kept);
  if (kept.ec != std::errc() || kept.ptr == end) return {};
  const auto visible = std::from_chars(kept.ptr + 1, end, text.visible);
  return visible.ec == std::errc() && visible.ptr == end ? text : KeptText();
}

/// Remarks that are kept of one document, from a reader that may have gone astray.
constexpr std::size_t max_remarks = 20;

void add(HelperAnswer& answer, const ReaderFrame& frame) {
  switch (frame.type) {
    case FrameType::text: answer.text += frame.payload; break;
    case FrameType::metadata: set(answer.metadata, frame.payload); break;
    case FrameType::kept: answer.kept = kept_text(frame.payload); break;
    case FrameType::charset: answer.charset = frame.payload; break;
    case FrameType::remark:
      if (answer.remarks.size() < max_remarks && frame.payload.size() <= 1000 &&
          find_invalid_utf8(frame.payload) == std::string::npos)
        answer.remarks.push_back(frame.payload);
      break;
    default: break;
  }
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
  bool request(const HelperRequest& request, Waiting& waiting) {
    ++served_;
    const int socket = socket_.get();
    bool sent = write_frame(socket, FrameType::format, request.format, &waiting) &&
                write_frame(socket, FrameType::charset, request.charset, &waiting);
    for (const std::string& option : request.options)
      sent = sent && write_frame(socket, FrameType::option, option, &waiting);
    return sent && write_frame(socket, FrameType::bytes, request.bytes, &waiting);
  }
  bool answer(ReaderFrame& frame, std::uint64_t max_payload, Waiting& waiting) {
    return read_frame(socket_.get(), frame, max_payload, &waiting);
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

HelperAnswer ReaderHelpers::read(const HelperRequest& request, const std::string& name,
                                 Waiting& waiting) {
  try {
    HelperAnswer answer = ask({}, request, waiting);
    if (answer.charset.empty()) return answer;
    HelperRequest again = request;
    again.charset = answer.charset;
    if (is_charset_name(again.charset)) answer = ask(again.charset, again, waiting);
    again.charset.clear();
    again.options.push_back("undeclared");
    if (!answer.charset.empty()) answer = ask({}, again, waiting);  // iconv has none
    if (!answer.charset.empty()) throw ReadError("its reader went astray");
    return answer;
  } catch (const ReadStopped&) {
    throw;
  } catch (const BlankError& error) {
    throw BlankError(name + ": " + error.what());
  } catch (const ReadError& error) {
    throw ReadError(name + ": " + error.what());
  }
}

HelperAnswer ReaderHelpers::ask(const std::string& loaded, const HelperRequest& request,
                                Waiting& waiting) {
  std::unique_ptr<DocumentHelper> helper = take(loaded);
  if (!helper) helper = std::make_unique<DocumentHelper>(loaded);
  HelperAnswer result;
  ReaderFrame frame;
  const std::uint64_t limit = request.bytes.size() * max_growth + spare;
  bool alive = helper->request(request, waiting);
  while (alive && (alive = helper->answer(frame, limit - result.text.size(), waiting))) {
    add(result, frame);
    if (frame.type == FrameType::done || frame.type == FrameType::error ||
        frame.type == FrameType::charset)
      break;
  }
  if (!alive) throw ReadError("can't be read: its reader " + helper->why_gone());
  put_back(std::move(helper));
  if (frame.type == FrameType::error) {
    if (frame.payload.starts_with("no text in this ")) throw BlankError(frame.payload);
    throw ReadError(frame.payload);
  }
  if (find_invalid_utf8(result.text) != std::string::npos)
    throw ReadError("its reader gave ill-formed text");
  return result;
}

std::shared_ptr<ReaderHelpers> make_reader_helpers() { return std::make_shared<ReaderHelpers>(); }

}  // namespace attache
