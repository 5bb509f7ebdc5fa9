// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <new>
#include <string>

#include "seed/read/protocol.h"
#include "seed/read/reader/charset.h"
#include "seed/read/reader/confinement.h"
#include "seed/read/reader/extracted.h"

namespace attache::reader {
namespace {

Extracted extract(const std::string& format, const std::string& charset, std::string_view bytes) {
  if (format == "html") return read_html(bytes, charset);
  if (format == "pdf") return read_pdf(bytes);
  if (format == "docx") return read_docx(bytes);
  if (format == "odt") return read_odt(bytes);
  throw FormatError("its format " + format + " is not known to attache-reader");
}

bool send_metadata(const char* key, const std::string& value) {
  if (value.empty()) return true;
  return write_frame(STDOUT_FILENO, FrameType::metadata, std::string(key) + "=" + value);
}

bool answer(const Extracted& document) {
  const Metadata& metadata = document.metadata;
  return send_metadata("title", metadata.title) && send_metadata("date", metadata.date) &&
         send_metadata("language", metadata.language) && send_metadata("source", metadata.source) &&
         send_metadata("heading", metadata.heading) && send_metadata("created", metadata.created) &&
         write_frame(STDOUT_FILENO, FrameType::text, document.text) &&
         write_frame(STDOUT_FILENO, FrameType::done);
}

bool serve(const std::string& format, const std::string& charset, std::string_view bytes) {
  allow_time();
  try {
    return answer(extract(format, charset, bytes));
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
  std::string format, charset;
  Frame frame;
  while (read_frame(STDIN_FILENO, frame, 0xFFFFFFFFu)) {
    if (frame.type == FrameType::format) format = frame.payload;
    if (frame.type == FrameType::charset) charset = frame.payload;
    if (frame.type == FrameType::bytes && !serve(format, charset, frame.payload)) return 1;
    if (frame.payload.capacity() > (1u << 22))
      frame.payload = {};  // a large document's memory is not kept
  }
  return 0;
}

}  // namespace attache::reader
