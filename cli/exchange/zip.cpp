// SPDX-License-Identifier: MIT
#include "cli/exchange/zip.h"

#include <string>

namespace attache {

Zip::Zip() : packer_("attache-pack", "the archive can't be made") {}

void Zip::begin(std::string_view entry, std::uint64_t size) {
  packer_.send(std::string(entry) + "\n" + std::to_string(size) + "\n");
}

void Zip::append(std::string_view bytes) { packer_.send(bytes); }

void Zip::write(Sink& sink) { packer_.write(sink); }

}  // namespace attache
