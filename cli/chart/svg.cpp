// SPDX-License-Identifier: MIT
// SVG is written here, not by a drawing library: those turn texts into outlines, which nobody can
// select, search or have read aloud.
#include <algorithm>

#include "cli/chart/chart.h"
#include "cli/chart/layout.h"
#include "cli/chart/scale.h"
#include "cli/chart/strokes.h"
#include "cli/output/xml_text.h"

namespace attache {
namespace {

std::string number(double value) { return short_number(value, 2); }

std::string attribute(const char* name, double value) {
  return std::string(" ") + name + "=\"" + number(value) + '"';
}

/// Appends to the document; the colour of texts and axes is the page's where there is one.
class Drawing {
 public:
  Drawing(const Chart& chart, SvgUse use)
      : chart_(chart),
        layout_(layout_of(chart)),
        use_(use),
        ink_(use == SvgUse::file ? "#222222" : "currentColor") {}

  std::string drawn() {
    open();
    lines_of_text(layout_.title, layout_.title_top, 17, " font-weight=\"bold\"");
    gaps();
    vertical_axis();
    horizontal_axis();
    for (std::size_t i = 0; i < chart_.series.size(); ++i) series(i);
    for (const LegendEntry& entry : layout_.legend) legend(entry);
    lines_of_text(layout_.source, layout_.source_top, 11, "");
    return out_ + "</svg>\n";
  }

 private:
  void open() {
    const std::string size = number(layout_.width) + " " + number(layout_.height);
    if (use_ == SvgUse::file) out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out_ += "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" viewBox=\"0 0 " + size + '"';
    if (use_ == SvgUse::file)
      out_ += attribute("width", layout_.width) + attribute("height", layout_.height);
    else out_ += " style=\"width:100%;height:auto;max-width:" + number(layout_.width) + "px\"";
    const std::string id = xml_text(chart_.id);
    out_ += " role=\"img\" aria-labelledby=\"" + id + "-title " + id +
            "-desc\" font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" fill=\"" + ink_ +
            "\">\n<title id=\"" + id + "-title\">" + xml_text(chart_.title) +
            "</title>\n<desc id=\"" + id + "-desc\">" + xml_text(chart_.description) + "</desc>\n";
    if (use_ == SvgUse::file) out_ += "<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n";
  }

  void text(double x, double y, double size, const std::string& anchor, const std::string& words,
            const std::string& more = "") {
    out_ += "<text" + attribute("x", x) + attribute("y", y) + attribute("font-size", size) +
            " text-anchor=\"" + anchor + '"' + more + ">" + xml_text(words) + "</text>\n";
  }

  void lines_of_text(const std::vector<std::string>& lines, double top, double size,
                     const std::string& more) {
    for (const std::string& line : lines) {
      text(layout_.margin, top, size, "start", line, more);
      top += size * line_height;
    }
  }

  void line(double x1, double y1, double x2, double y2, double opacity) {
    out_ += "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) +
            attribute("y2", y2) + " stroke=\"" + ink_ + "\" stroke-width=\"1\" stroke-opacity=\"" +
            number(opacity) + "\"/>\n";
  }

  /// Periods of which no series knows anything are shaded.
  void gaps() {
    for (const std::size_t period : layout_.gaps)
      out_ += "<rect" + attribute("x", layout_.x(period) - layout_.step() / 2) +
              attribute("y", layout_.top) + attribute("width", layout_.step()) +
              attribute("height", layout_.bottom - layout_.top) + " fill=\"" + ink_ +
              "\" fill-opacity=\"0.1\"><title>" +
              xml_text(chart_.periods[period] + ": no documents") + "</title></rect>\n";
  }

  void vertical_axis() {
    const int decimals = layout_.ticks.size() > 1 && layout_.ticks[1] < 1 ? 4 : 0;
    for (const double tick : layout_.ticks) {
      line(layout_.left - 4, layout_.y(tick), layout_.right, layout_.y(tick), tick == 0 ? 1 : 0.2);
      text(layout_.left - 8, layout_.y(tick) + 4, 12, "end",
           short_number(tick, decimals) + chart_.unit);
    }
    line(layout_.left, layout_.top, layout_.left, layout_.bottom, 1);
    const std::string turned =
        " transform=\"rotate(-90 16 " + number((layout_.top + layout_.bottom) / 2) + ")\"";
    text(16, (layout_.top + layout_.bottom) / 2, 12, "middle", chart_.y_title, turned);
  }

  void horizontal_axis() {
    for (const std::size_t period : layout_.named) {
      line(layout_.x(period), layout_.bottom, layout_.x(period), layout_.bottom + 5, 1);
      text(layout_.x(period), layout_.bottom + 19, 12, "middle", chart_.periods[period]);
    }
    text((layout_.left + layout_.right) / 2, layout_.bottom + 38, 12, "middle", chart_.x_title);
  }

  void stroke(std::size_t series) {
    const Stroke of = stroke_of(series);
    out_ += " fill=\"none\" stroke=\"" + std::string(of.colour) + "\" stroke-width=\"2\"";
    if (!of.dash.empty()) out_ += " stroke-dasharray=\"" + std::string(of.dash) + '"';
    out_ += "/>\n";
  }

  void marker(std::size_t series, double x, double y, double radius, const std::string& note) {
    out_ +=
        marker_of(series, x, y, radius) + " fill=\"" + std::string(stroke_of(series).colour) + '"';
    out_ += note.empty() ? "/>\n"
                         : "><title>" + xml_text(note) + "</title></" +
                               (series % marker_shapes == 0 ? "circle" : "polygon") + ">\n";
  }

  /// A line breaks off at a gap.
  void series(std::size_t at) {
    const auto& points = chart_.series[at].points;
    out_ += "<g>\n<title>" + xml_text(chart_.series[at].name) + "</title>\n";
    std::string path;
    bool drawing = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i].value)
        path += (drawing ? " L" : " M") + number(layout_.x(i)) + " " +
                number(layout_.y(*points[i].value));
      drawing = points[i].value.has_value();
    }
    if (!path.empty()) {
      out_ += "<path d=\"" + path.substr(1) + '"';
      stroke(at);
    }
    for (std::size_t i = 0; i < points.size(); ++i)
      if (points[i].value)
        marker(at, layout_.x(i), layout_.y(*points[i].value), layout_.radius(), points[i].note);
    out_ += "</g>\n";
  }

  void legend(const LegendEntry& entry) {
    if (entry.series == LegendEntry::of_gaps) {
      out_ += "<rect" + attribute("x", entry.x) + attribute("y", entry.y - 10) +
              " width=\"28\" height=\"12\" fill=\"" + ink_ + "\" fill-opacity=\"0.1\"/>\n";
    } else {
      out_ += "<path d=\"M" + number(entry.x) + " " + number(entry.y - 4) + " h28\"";
      stroke(entry.series);
      marker(entry.series, entry.x + 14, entry.y - 4, 4, "");
    }
    text(entry.x + 34, entry.y, 12, "start", entry.text);
  }

  const Chart& chart_;
  const Layout layout_;
  SvgUse use_;
  std::string ink_;
  std::string out_;
};

}  // namespace

std::string svg_of(const Chart& chart, SvgUse use) { return Drawing(chart, use).drawn(); }

}  // namespace attache
