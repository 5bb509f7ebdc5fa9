// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache::reader {

/// A chapter of a book as an HTML page: elements closed in XML's short way (<title/>, <a id="x"/>)
/// get an end tag, without which HTML would put what follows inside them; marks of notes are taken
/// out, and notes among the text go behind it, with their marks. What is no XML comes back as it
/// is.
std::string html_of_xhtml(const std::string& bytes);

}  // namespace attache::reader
