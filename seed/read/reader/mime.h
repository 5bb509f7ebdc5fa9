// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache::reader {

/// One part of a message, its transfer encoding taken off.
struct MimePart {
  std::string type;                         ///< text/plain or text/html
  std::string charset;                      ///< an iconv name, or empty
  bool flowed = false, drop_blank = false;  ///< format=flowed and delsp=yes (RFC 3676)
  std::string bytes;
};

/// A message as it is read: the parts of its text in their order, of alternatives the plain one
/// where it has words.
struct MimeMessage {
  std::string subject, date, language, location;  ///< date as ISO 8601 on the writer's calendar
  std::vector<std::string> authors;               ///< names, or addresses where there is no name
  bool saved_page = false;                        ///< a browser's file of a web page
  bool encrypted = false;
  std::vector<MimePart> parts;
  std::vector<std::string> left_out;  ///< names or kinds of what is attached
};

/// Takes apart a message of RFC 5322 and MIME. Header words in a character set that is not loaded
/// come out as they are. Throws FormatError where it is none.
MimeMessage parse_mime(std::string_view bytes);

}  // namespace attache::reader
