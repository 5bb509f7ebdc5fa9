// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <algorithm>
#include <new>
#include <string>

#include "seed/read/protocol.h"
#include "seed/read/reader/charset.h"
#include "seed/read/reader/confinement.h"
#include "seed/read/reader/extracted.h"

namespace attache::reader {
namespace {

Extracted extract(const std::string& format, const Wish& wish, std::string_view bytes) {
  if (format == "html") return read_html(bytes, wish);
  if (format == "pdf") return read_pdf(bytes);
  if (format == "docx") return read_docx(bytes, wish);
  if (format == "odt") return read_odt(bytes);
  if (format == "epub") return read_epub(bytes, wish);
  if (format == "tei") return read_tei(bytes, wish);
  if (format == "email") return read_email(bytes, wish);
  throw FormatError("its format " + format + " is not known to attache-reader");
}

bool send_metadata(const char* key, const std::string& value) {
  if (value.empty()) return true;
  return write_frame(STDOUT_FILENO, FrameType::metadata, std::string(key) + "=" + value);
}

bool send_own(const std::vector<MetadataEntry>& own) {
  return std::all_of(own.begin(), own.end(), [](const MetadataEntry& entry) {
    return send_metadata(entry.key.c_str(), entry.value);
  });
}

bool send_kept(const KeptText& text) {
  if (text.visible == 0) return true;
  return write_frame(STDOUT_FILENO, FrameType::kept,
                     std::to_string(text.kept) + " " + std::to_string(text.visible));
}

bool send_remarks(const std::vector<std::string>& remarks) {
  return std::all_of(remarks.begin(), remarks.end(), [](const std::string& remark) {
    return write_frame(STDOUT_FILENO, FrameType::remark, remark);
  });
}

bool answer(const Extracted& document) {
  const Metadata& metadata = document.metadata;
  return send_metadata("title", metadata.title) && send_metadata("date", metadata.date) &&
         send_metadata("language", metadata.language) && send_metadata("source", metadata.source) &&
         send_metadata("heading", metadata.heading) && send_metadata("created", metadata.created) &&
         send_own(metadata.own) && send_kept(document.kept) && send_remarks(document.remarks) &&
         write_frame(STDOUT_FILENO, FrameType::text, document.text) &&
         write_frame(STDOUT_FILENO, FrameType::done);
}

void set(Wish& wish, const std::string& option) {
  if (option == "keep-all") wish.keep_all = true;
  if (option == "replace-invalid") wish.replace_invalid = true;
  if (option == "undeclared") wish.undeclared = true;
}

bool serve(const std::string& format, const Wish& wish, std::string_view bytes) {
  allow_time();
  try {
    return answer(extract(format, wish, bytes));
  } catch (const CharsetNeeded& needed) {
    return write_frame(STDOUT_FILENO, FrameType::charset, needed.name);
  } catch (const std::bad_alloc&) {
    return write_frame(STDOUT_FILENO, FrameType::error, "can't be read: it takes too much memory");
  } catch (const std::exception& error) {
    return write_frame(STDOUT_FILENO, FrameType::error, error.what());
  }
}

}  // namespace

int serve_documents() {
  std::string format;
  Wish wish;
  ReaderFrame frame;
  while (read_frame(STDIN_FILENO, frame, 0xFFFFFFFFu)) {
    if (frame.type == FrameType::format) format = frame.payload;
    if (frame.type == FrameType::charset) wish.charset = frame.payload;
    if (frame.type == FrameType::option) set(wish, frame.payload);
    if (frame.type != FrameType::bytes) continue;
    if (!serve(format, wish, frame.payload)) return 1;
    wish = {};
    if (frame.payload.capacity() > (1u << 22))
      frame.payload = {};  // a large document's memory is not kept
  }
  return 0;
}

}  // namespace attache::reader
