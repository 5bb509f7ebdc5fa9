// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>
#include <vector>

#include "seed/read/authors.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/charset.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/mail_lines.h"
#include "seed/read/reader/mime.h"
#include "seed/read/utf8.h"

namespace attache::reader {
namespace {

/// Mail programs say us-ascii or iso-8859-1 of what is neither.
std::string charset_of(const MimePart& part, const Wish& wish) {
  if (!wish.charset.empty()) return wish.charset;
  const bool vague = wish.undeclared || part.charset.empty() || part.charset == "us-ascii" ||
                     part.charset == "iso-8859-1";
  if (!vague) return part.charset;
  return find_invalid_utf8(part.bytes) == std::string::npos ? "utf-8" : "windows-1252";
}

std::string plain_text(const MimePart& part, const Wish& wish, std::vector<std::string>& remarks) {
  Wish own = wish;
  own.charset = charset_of(part, wish);
  const std::string utf8 = html_to_utf8(part.bytes, own, remarks);
  std::string lines;
  for (const char byte : utf8)
    if (byte != '\r') lines += byte;
  BlockWriter writer;
  writer.verbatim(mail_text(lines, {part.flowed, part.drop_blank}));
  return writer.finish();
}

void add(Extracted& document, const std::string& text) {
  if (!document.text.empty() && !text.empty()) document.text += '\n';
  document.text += text;
}

void add_html(Extracted& document, const MimePart& part, const Wish& wish) {
  Wish own = wish;
  if (own.charset.empty() && !part.charset.empty()) own.charset = charset_of(part, wish);
  Extracted page = read_html(part.bytes, own);
  add(document, page.text);
  document.kept.kept += page.kept.kept;
  document.kept.visible += page.kept.visible;
  for (std::string& remark : page.remarks) document.remarks.push_back(std::move(remark));
  if (document.metadata.title.empty()) document.metadata = std::move(page.metadata);
}

/// What a browser saved is the page, and the message its wrapping; of a letter it is the message
/// that says who wrote when of what.
void describe(Extracted& document, const MimeMessage& message) {
  Metadata& metadata = document.metadata;
  if (!message.saved_page) metadata = {};
  if (metadata.title.empty()) metadata.title = message.subject;
  if (metadata.language.empty()) metadata.language = message.language;
  if (!message.saved_page)
    for (const std::string& author : message.authors) add_authors(metadata, author);
  if (metadata.source.empty()) metadata.source = message.location;
  (message.saved_page ? metadata.created : metadata.date) = message.date;
}

void tell_left_out(Extracted& document, const MimeMessage& message) {
  constexpr std::size_t most = 5;
  if (message.left_out.empty()) return;
  std::string names;
  for (std::size_t i = 0; i < message.left_out.size() && i < most; ++i)
    names += (i == 0 ? "" : ", ") + message.left_out[i];
  if (message.left_out.size() > most) names += ", ...";
  document.remarks.push_back("attachments are not read: " + names);
}

}  // namespace

Extracted read_email(std::string_view bytes, const Wish& wish) {
  const MimeMessage message = parse_mime(bytes);
  Extracted document;
  for (const MimePart& part : message.parts) {
    try {
      if (part.type == "text/html") add_html(document, part, wish);
      else add(document, plain_text(part, wish, document.remarks));
    } catch (const FormatError& error) {
      // A page without text is no loss: the message may have other parts.
      if (!std::string_view(error.what()).starts_with("no text")) throw;
    }
  }
  if (document.text.empty())
    throw FormatError(message.encrypted ? "is encrypted: save it decrypted"
                                        : "no text in this e-mail message");
  describe(document, message);
  tell_left_out(document, message);
  return document;
}

}  // namespace attache::reader
