// SPDX-License-Identifier: MIT
#include "seed/read/reader/xml.h"

#include "seed/read/reader/extracted.h"

namespace attache::reader {

void parse_xml(pugi::xml_document& document, const std::string& bytes, const char* member) {
  const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result = document.load_buffer(bytes.data(), bytes.size(), options);
  if (!result) throw FormatError(std::string("damaged: ") + member + ": " + result.description());
}

}  // namespace attache::reader
