// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace attache::reader {

/// The words of a diagram's data or of a chart, as the part of the package has them: each paragraph
/// of a shape, a title or a label; a chart's names of series and of categories as a line each, with
/// `|` between them. Values are no words. Nothing where the part is missing or damaged.
std::vector<std::string> drawing_paragraphs(const std::string& part);

}  // namespace attache::reader
