// SPDX-License-Identifier: MIT
#include "seed/read/reader/xml.h"

#include "seed/read/reader/charset.h"
#include "seed/read/reader/extracted.h"

namespace attache::reader {

namespace {

constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;

}  // namespace

void parse_xml(pugi::xml_document& document, const std::string& bytes, const char* member) {
  const pugi::xml_parse_result result = document.load_buffer(bytes.data(), bytes.size(), options);
  if (!result) throw FormatError(std::string("damaged: ") + member + ": " + result.description());
}

void parse_xml_file(pugi::xml_document& document, std::string_view bytes, const Wish& wish,
                    std::vector<std::string>& remarks) {
  const std::string text = html_to_utf8(bytes, wish, remarks);
  const pugi::xml_parse_result result =
      document.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
  if (!result)
    throw FormatError("damaged: at byte " + std::to_string(result.offset) + ": " +
                      result.description());
}

}  // namespace attache::reader
