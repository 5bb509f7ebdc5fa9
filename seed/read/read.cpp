// SPDX-License-Identifier: MIT
#include "seed/read/read.h"

#include <algorithm>
#include <utility>

#include "seed/read/blank.h"
#include "seed/read/decode.h"
#include "seed/read/digest.h"
#include "seed/read/format.h"
#include "seed/read/front_matter.h"
#include "seed/read/helpers.h"
#include "seed/read/markdown.h"
#include "seed/read/pages.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

void check_size(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  // Spans are 32 bits wide, and a text may be three times as long as the file it was decoded from.
  constexpr std::uint64_t widest = 0xFFFFFFFFu / 3;
  if (bytes.size() <= options.max_bytes && bytes.size() <= widest) return;
  throw ReadError(name + ": larger than " + counted(std::min(options.max_bytes, widest), "byte") +
                  ": say --max-document-size to allow more");
}

/// The format that is asked for, or that the content shows; a refusal where that can't be read.
Format format_to_read(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  if (!options.format.empty()) return format_of(options.format);
  const Detected detected = detect_format(bytes, name);
  if (detected.format == Format::archive)
    throw ReadError(name + ": not a document but " + detected.what +
                    "; archives inside archives are not opened");
  if (detected.format == Format::unsupported)
    throw ReadError(
        name + ": " +
        (detected.what.rfind("not ", 0) == 0 ? "" : "not a document attache can read: ") +
        detected.what);
  return detected.format;
}

void read_text(std::string_view bytes, const std::string& name, const ReadOptions& options,
               Document& document) {
  Decoded decoded = decode(bytes, name, options);
  if (std::string fault = front_matter_fault(decoded.text); !fault.empty())
    document.remarks.push_back(std::move(fault));
  document.metadata.title = title_of_broken(decoded.text);
  auto running = without_pages(decoded.text);
  if (running && !is_blank(running->text)) {  // a text all of one line has no running head
    document.text = std::move(running->text);
    document.map = decoded.map.is_identity() ? std::move(running->map) : OffsetMap::none();
    return;
  }
  document.text = std::move(decoded.text);
  document.map = std::move(decoded.map);
  document.encoding = decoded.encoding;
}

Decoded prose_of(std::string_view markdown, const std::string& name, Metadata& metadata) {
  try {
    return strip_markdown(markdown, metadata);
  } catch (const ReadError& error) {
    throw ReadError(name + ": " + error.what());
  }
}

void read_markdown(std::string_view bytes, const std::string& name, const ReadOptions& options,
                   Document& document) {
  const Decoded decoded = decode(bytes, name, options);
  if (std::string fault = front_matter_fault(decoded.text); !fault.empty())
    document.remarks.push_back(std::move(fault));
  Decoded stripped = prose_of(decoded.text, name, document.metadata);
  if (document.metadata.title.empty()) document.metadata.title = title_of_broken(decoded.text);
  document.text = std::move(stripped.text);
  document.map = decoded.map.is_identity() ? std::move(stripped.map) : OffsetMap::none();
  document.encoding = decoded.encoding;
}

/// The charset's name as iconv knows it, or empty where the file itself has to tell.
std::string charset_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::windows1252: return "WINDOWS-1252";
    case Encoding::latin1: return "ISO-8859-1";
    case Encoding::utf16: return "UTF-16";
    case Encoding::unicode:
    case Encoding::automatic: break;
  }
  return {};
}

void read_by_helper(Format format, std::string_view bytes, const std::string& name,
                    const ReadOptions& options, Document& document) {
  const std::shared_ptr<ReaderHelpers> helpers =
      options.helpers ? options.helpers : make_reader_helpers();
  HelperRequest request{word_of(format), charset_of(options.encoding), {}, bytes};
  if (options.keep_all) request.options.emplace_back("keep-all");
  if (options.replace_invalid) request.options.emplace_back("replace-invalid");
  Waiting waiting(options.seconds, bytes.size(), options.give_up);
  HelperAnswer answer = helpers->read(request, name, waiting);
  document.text = std::move(answer.text);
  if (format == Format::html && is_preformatted(document.text))
    if (auto running = without_pages(document.text)) document.text = std::move(running->text);
  document.metadata = std::move(answer.metadata);
  document.kept = answer.kept;
  document.remarks = std::move(answer.remarks);
  if (answer.kept.in_part())
    document.remarks.push_back("only " + std::to_string(answer.kept.percent()) +
                               " % of its visible text is kept; --keep-all takes everything");
  document.map = OffsetMap::none();
}

}  // namespace

Document read_document(std::string_view bytes, const std::string& name,
                       const ReadOptions& options) {
  check_size(bytes, name, options);
  return read_document(bytes, name, options, sha256_hex(bytes));
}

Document read_document(std::string_view bytes, const std::string& name, const ReadOptions& options,
                       std::string sha256) {
  check_size(bytes, name, options);
  const Format format = format_to_read(bytes, name, options);
  Document document;
  document.sha256 = std::move(sha256);
  document.bytes = bytes.size();
  document.media_type = media_type_of(format);
  if (format == Format::text) read_text(bytes, name, options, document);
  else if (format == Format::markdown) read_markdown(bytes, name, options, document);
  else read_by_helper(format, bytes, name, options, document);
  return document;
}

}  // namespace attache
