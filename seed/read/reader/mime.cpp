// SPDX-License-Identifier: MIT
#include "seed/read/reader/mime.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <utility>

#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/charset.h"
#include "seed/read/reader/extracted.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

struct Library {
  Library() { g_mime_init(); }
};

std::string text(const char* words) { return words == nullptr ? "" : words; }

std::string lower_case(const char* words) { return ascii::lower_case(text(words)); }

std::string header(GMimeMessage* message, const char* name) {
  return folded(repaired_utf8(text(g_mime_object_get_header(GMIME_OBJECT(message), name))));
}

std::string date_of(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);  // the message's own
  if (date == nullptr) return {};
  std::array<char, 16> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", g_date_time_get_year(date),
                g_date_time_get_month(date), g_date_time_get_day_of_month(date));
  return iso.data();
}

std::vector<std::string> authors_of(GMimeMessage* message) {
  std::vector<std::string> names;
  InternetAddressList* from = g_mime_message_get_from(message);  // the message's own
  for (int i = 0; from != nullptr && i < internet_address_list_length(from); ++i) {
    InternetAddress* one = internet_address_list_get_address(from, i);
    std::string name = text(internet_address_get_name(one));
    if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(one))
      name = text(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)));
    names.push_back(folded(repaired_utf8(name)));
  }
  return names;
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);  // the part's own
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string type_of(GMimeObject* object) {
  GMimeContentType* type = g_mime_object_get_content_type(object);
  if (type == nullptr) return "text/plain";
  return lower_case(g_mime_content_type_get_media_type(type)) + "/" +
         lower_case(g_mime_content_type_get_media_subtype(type));
}

std::string parameter(GMimeObject* object, const char* name) {
  return lower_case(g_mime_object_get_content_type_parameter(object, name));
}

bool has_words(const std::string& bytes) {
  return bytes.find_first_not_of(" \t\r\n") != std::string::npos;
}

/// Goes through a message's parts. Nesting is bounded by the library, at some hundred levels.
class Taker {
 public:
  explicit Taker(MimeMessage& message) : message_(message) {}
  void take(GMimeObject* object);

 private:
  void take_all(GMimeMultipart* multipart);
  void take_one_of(GMimeMultipart* alternatives);
  void take_part(GMimePart* part);

  MimeMessage& message_;
};

void Taker::take(GMimeObject* object) {
  const std::string type = type_of(object);
  if (GMIME_IS_MULTIPART_ENCRYPTED(object) || parameter(object, "smime-type") == "enveloped-data") {
    message_.encrypted = true;
  } else if (GMIME_IS_MULTIPART(object)) {
    GMimeMultipart* multipart = GMIME_MULTIPART(object);
    const bool first_only = type == "multipart/related" || type == "multipart/signed";
    if (type == "multipart/alternative") take_one_of(multipart);
    else if (!first_only) take_all(multipart);
    else if (g_mime_multipart_get_count(multipart) > 0)
      take(g_mime_multipart_get_part(multipart, 0));
  } else if (GMIME_IS_PART(object)) {
    take_part(GMIME_PART(object));
  } else {
    message_.left_out.emplace_back(type == "message/rfc822" ? "a message" : type);
  }
}

void Taker::take_all(GMimeMultipart* multipart) {
  for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i)
    take(g_mime_multipart_get_part(multipart, i));
}

void Taker::take_one_of(GMimeMultipart* alternatives) {
  std::vector<MimePart> best;
  for (int i = 0; i < g_mime_multipart_get_count(alternatives); ++i) {
    MimeMessage one;
    Taker(one).take(g_mime_multipart_get_part(alternatives, i));
    message_.encrypted = message_.encrypted || one.encrypted;
    for (std::string& name : one.left_out) message_.left_out.push_back(std::move(name));
    const bool good = std::any_of(one.parts.begin(), one.parts.end(),
                                  [](const MimePart& part) { return has_words(part.bytes); });
    const bool plain = !best.empty() && best.front().type == "text/plain";
    if (good && !plain) best = std::move(one.parts);
  }
  std::move(best.begin(), best.end(), std::back_inserter(message_.parts));
}

void Taker::take_part(GMimePart* part) {
  GMimeObject* object = GMIME_OBJECT(part);
  const std::string type = type_of(object);
  const std::string name = folded(repaired_utf8(text(g_mime_part_get_filename(part))));
  const bool is_text = type == "text/plain" || type == "text/html";
  if (!is_text || g_mime_part_is_attachment(part) != FALSE) {
    message_.left_out.push_back(name.empty() ? type : name);
    return;
  }
  message_.parts.push_back({type, parameter(object, "charset"),
                            parameter(object, "format") == "flowed",
                            parameter(object, "delsp") == "yes", content_of(part)});
}

}  // namespace

MimeMessage parse_mime(std::string_view bytes) {
  static const Library library;
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!parsed) throw FormatError("damaged: no header of an e-mail message");
  MimeMessage message;
  message.subject = folded(repaired_utf8(text(g_mime_message_get_subject(parsed.get()))));
  message.date = date_of(parsed.get());
  message.authors = authors_of(parsed.get());
  message.language = header(parsed.get(), "Content-Language");
  message.location = header(parsed.get(), "Snapshot-Content-Location");
  message.saved_page =
      !message.location.empty() || header(parsed.get(), "From").starts_with("<Saved by");
  if (GMimeObject* part = g_mime_message_get_mime_part(parsed.get())) Taker(message).take(part);
  return message;
}

}  // namespace attache::reader
