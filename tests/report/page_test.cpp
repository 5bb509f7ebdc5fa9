// SPDX-License-Identifier: MIT
// Whole pages, read as a browser reads them.
#include <gumbo.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include "tests/catch.h"
#include "tests/cli/in_process.h"

namespace {

namespace fs = std::filesystem;

/// A folder of its own, and a knowledge base in it.
class Sandbox {
 public:
  Sandbox() {
    std::string name = (fs::temp_directory_path() / "attache-report-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~Sandbox() {
    std::error_code error;
    fs::remove_all(folder_, error);
  }
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  void seed(const std::string& name, const std::string& text, std::vector<std::string> more) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    more.insert(more.begin(), {"seed", "--quiet", (folder_ / name).string()});
    const auto result = run(more);
    INFO(result.err);
    REQUIRE(result.code == 0);
  }
  in_process::Result run(std::vector<std::string> args) const {
    args.insert(args.end(), {"--db", (folder_ / "kb.db").string()});
    return in_process::run(args, "", {{"SOURCE_DATE_EPOCH", "0"}});
  }
  std::string page(const std::vector<std::string>& args) const {
    const auto result = run(args);
    INFO(result.err);
    REQUIRE(result.code == 0);
    return result.out;
  }

 private:
  fs::path folder_;
};

/// Documents of two countries and three years, with all that a stranger may put into them.
void fill(Sandbox& sandbox) {
  sandbox.seed("a.txt",
               "Azerbaijan is a member of GUAM & the <b>United Nations</b>. \"We\" </mark><script>"
               "alert(1)</script> uphold the sovereignty of all States. \x1b[31mRed \u202Etext.\n\n"
               "Prime Minister John Smith said: our priority is to develop renewable energy.\n",
               {"--title", "<script>alert('t')</script> & \"title\"", "--country", "AZE", "--date",
                "2005", "--source", "javascript:alert(1)"});
  sandbox.seed(
      "b.txt", "Georgia is a founding member of GUAM. It upholds human rights.",
      {"--country", "GEO", "--date", "2007", "--source", "https://example.org/?a=1&b=\"2"});
  sandbox.seed("c.txt", "Georgia upholds the sovereignty of all States and human rights.",
               {"--country", "GEO", "--date", "2007-09"});
  sandbox.seed("d.txt", "Nothing of interest.\n", {});
}

/// What a parser finds in a page.
struct Parsed {
  std::size_t errors = 0;
  std::vector<std::string> ids, links, headings;
  std::set<std::string> tags;
  std::size_t events = 0;      ///< attributes that run something
  std::size_t bare_cells = 0;  ///< header cells that don't say of what
  std::size_t unnamed = 0;     ///< regions that scroll and can't be reached or have no name
};

std::string attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? "" : found->value;
}

void look(const GumboNode* node, Parsed& parsed) {
  if (node->type != GUMBO_NODE_ELEMENT) return;
  const GumboElement& element = node->v.element;
  const std::string tag = gumbo_normalized_tagname(element.tag);
  parsed.tags.insert(tag);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* one = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    if (std::string(one->name).rfind("on", 0) == 0) ++parsed.events;
  }
  if (const std::string id = attribute(element, "id"); !id.empty()) parsed.ids.push_back(id);
  if (tag == "a") parsed.links.push_back(attribute(element, "href"));
  if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6')
    parsed.headings.push_back(tag);
  if (tag == "th" && attribute(element, "scope").empty()) ++parsed.bare_cells;
  if (attribute(element, "role") == "region" &&
      (attribute(element, "tabindex") != "0" ||
       (attribute(element, "aria-label") + attribute(element, "aria-labelledby")).empty()))
    ++parsed.unnamed;
  for (unsigned i = 0; i < element.children.length; ++i)
    look(static_cast<const GumboNode*>(element.children.data[i]), parsed);
}

Parsed parse(const std::string& page) {
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size()),
      [](GumboOutput* one) { gumbo_destroy_output(&kGumboDefaultOptions, one); });
  Parsed parsed;
  parsed.errors = output->errors.length;
  look(output->root, parsed);
  return parsed;
}

void expect_sound(const std::string& page) {
  const Parsed parsed = parse(page);
  CHECK(parsed.errors == 0);
  CHECK(parsed.events == 0);
  CHECK(parsed.bare_cells == 0);
  CHECK(parsed.unnamed == 0);
  for (const char* tag : {"script", "img", "iframe", "form", "object", "i"})
    CHECK(parsed.tags.count(tag) == 0);
  for (const char* tag : {"header", "main", "footer", "nav", "h1"})
    CHECK(parsed.tags.count(tag) == 1);
  const std::set<std::string> ids(parsed.ids.begin(), parsed.ids.end());
  CHECK(ids.size() == parsed.ids.size());
  for (const std::string& link : parsed.links) {
    INFO("link " << link);
    if (link.rfind("#", 0) == 0) CHECK(ids.count(link.substr(1)) == 1);
    else CHECK(link.rfind("https://", 0) == 0);
  }
  REQUIRE_FALSE(parsed.headings.empty());
  CHECK(parsed.headings.front() == "h1");
  for (std::size_t i = 1; i < parsed.headings.size(); ++i) {
    CHECK(parsed.headings[i] != "h1");
    CHECK(parsed.headings[i][1] <= parsed.headings[i - 1][1] + 1);
  }
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("alert(1)</script>") == std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(page.find("\u202E") == std::string::npos);
}

}  // namespace

TEST_CASE("pages of reports and documents are sound, whatever stands in them") {
  Sandbox sandbox;
  fill(sandbox);
  const std::vector<std::vector<std::string>> questions{
      {"report"},
      {"report", "--country", "AZE"},
      {"report", "--country", "GEO", "--limit", "1"},
      {"report", "--norm", "sovereignty", "--country", "AZE", "--country", "GEO"},
      {"report", "--match", "sovereignty"},
      {"report", "--limit", "0"},
      {"report", "--table", "leaders", "--title", "<i>\"mine\"</i>"},
      {"report", "--since", "2050"},
      {"show", "--html", "a"},
      {"show", "--html", "b"},
      {"show", "--html", "d"}};
  for (const auto& question : questions) {
    INFO(question.back());
    expect_sound(sandbox.page(question));
  }
}

TEST_CASE("a report tells what was asked and how much is not shown") {
  Sandbox sandbox;
  fill(sandbox);
  const std::string page = sandbox.page({"report", "--country", "GEO", "--limit", "1"});
  CHECK(page.find("attache report --country GEO --limit 1") != std::string::npos);
  CHECK(page.find("country GEO") != std::string::npos);
  CHECK(page.find("1970-01-01") != std::string::npos);
  CHECK(page.find("1 row of 3, the newest document first") != std::string::npos);
  CHECK(page.find("2 rows more are not shown") != std::string::npos);
  // The newest document comes first: c, of September.
  CHECK(page.find("c/principles/") != std::string::npos);
  CHECK(page.find("b/principles/") == std::string::npos);
}

TEST_CASE("a filter of one table leaves the others out") {
  Sandbox sandbox;
  fill(sandbox);
  const std::string page = sandbox.page({"report", "--norm", "sovereignty"});
  CHECK(page.find("<h2 id=\"principles\">") != std::string::npos);
  CHECK(page.find("<h2 id=\"leaders\">") == std::string::npos);
  CHECK(page.find("sovereignty of all States</mark>") != std::string::npos);
  CHECK(sandbox.run({"report", "--norm", "sovereignty", "--table", "leaders"}).code == 2);
  CHECK(sandbox.run({"report", "--norm", "sovereinty"}).code == 2);
  CHECK(sandbox.run({"report", "--limit", "-1"}).code == 2);
}

TEST_CASE("a page is the same when it is made again") {
  Sandbox sandbox;
  fill(sandbox);
  CHECK(sandbox.page({"report"}) == sandbox.page({"report"}));
}
