// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace attache {

/// One line of a page: distance from the left and from the top edge in points, and its size.
struct PdfText {
  int left, top;
  std::string text;
  int size = 11;
  bool sideways = false;  ///< upwards, from there on
};

inline constexpr const char* helvetica =
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// A font whose letters are drawings, without a name, as TeX embeds bitmaps; its widths are such
/// that poppler takes it for twice as large as it is.
inline std::string drawn_font() {
  std::string widths = "1000", names = "/a0";
  for (int code = 1; code < 256; ++code) {
    const char letter = static_cast<char>(code);
    const auto among = [letter](const std::string& letters) {
      return letters.find(letter) != std::string::npos;
    };
    int width = among("ijl.,")                   ? 280
                : among("rstf")                  ? 390
                : among("ABCDEFGHKLNOPQRTUVXYZ") ? 730
                                                 : 530;
    if (letter == ' ') width = 330;
    if (letter == 'm' || letter == 'M') width = 850;
    widths += ' ' + std::to_string(width);
    names += " /a" + std::to_string(code);
  }
  return "<< /Type /Font /Subtype /Type3 /FontBBox [0 -20 80 80] /FontMatrix [0.001 0 0 0.001 0 0] "
         "/FirstChar 0 /LastChar 255 /Widths [" +
         widths + "] /Encoding << /Type /Encoding /Differences [0 " + names +
         "] >> /CharProcs << >> /Resources << >> >>";
}

/// A PDF of A4 pages, in Helvetica, as a word processor would write it by hand; each page is shown
/// turned by `rotate` degrees.
inline std::string pdf_of(const std::vector<std::vector<PdfText>>& pages,
                          const std::string& info = "", int rotate = 0,
                          const std::string& font = helvetica) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "", font,
                                      "<< " + info + " >>"};
  std::string kids;
  for (const auto& page : pages) {
    std::string stream;
    for (const PdfText& line : page)
      stream += "BT /F1 " + std::to_string(line.size) + " Tf " +
                (line.sideways ? "0 1 -1 0 " : "1 0 0 1 ") + std::to_string(line.left) + " " +
                std::to_string(842 - line.top) + " Tm (" + line.text + ") Tj ET\n";
    objects.push_back("<< /Length " + std::to_string(stream.size()) + " >>\nstream\n" + stream +
                      "endstream");
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate " +
                      std::to_string(rotate) +
                      " /Resources << /Font << /F1 3 0 R >> "
                      ">> /Contents " +
                      std::to_string(objects.size()) + " 0 R >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] =
      "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>";
  std::string file = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", file.size());
    table += entry;
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  return file + table + "trailer << /Size " + std::to_string(objects.size() + 1) +
         " /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + std::to_string(file.size()) + "\n%%EOF\n";
}

}  // namespace attache
