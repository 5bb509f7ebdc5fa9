// SPDX-License-Identifier: MIT
// Titles and dates are those of the text on the page.
#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

const std::string words = "<p>Norlandia joined NATO in 2004.</p>";

Metadata said(const std::string& page) {
  ReadOptions options;
  return read_built("<!DOCTYPE html><html>" + page, "a.html", options).metadata;
}

}  // namespace

TEST_CASE("a title is the text's heading, not the site's or a work file's") {
  const auto title = [](const std::string& page) { return said(page + words).title; };
  CHECK(title("<title>Ministry</title><body><h1>Speech<sup>1</sup></h1>") == "Speech");
  CHECK(title("<title>Speech</title><body><header><h1>Ministry</h1></header><article><h1>On the "
              "sea</h1>") == "On the sea");
  CHECK(title("<meta property='og:title' content='Visit to Oslo'><body><h1>News</h1><h2>Visit to "
              "Oslo</h2>") == "Visit to Oslo");
  CHECK(title("<meta property='og:site_name' content='Ministry'><meta property='og:title' "
              "content='Ministry'><title>Ministry</title><body><h1>Speech</h1>") == "Speech");
  CHECK(
      title("<meta property='og:site_name' content='Ministry'><title>Speech - Ministry</title>") ==
      "Speech");
  CHECK(title("<title>Speech | Ministry of Foreign Affairs</title>") == "Speech");
  CHECK(title("<title>Microsoft Word - draft 3 FINAL.doc</title><body><h2>Speech</h2>") ==
        "Speech");
  CHECK(title("<title>untitled</title><body>").empty());
  CHECK(title("<title>layout x.indd</title><body>").empty());
  CHECK(title("<title>&lt;hi rend='italic'&gt;Speech&lt;/hi&gt; of May</title>") ==
        "Speech of May");
  CHECK(title("<title>War &lt; Peace</title>") == "War < Peace");
  // A logo in <h1> is the site's name, with og:title or without.
  const std::string logo = "<body><div><h1><a href='/'>Ministry</a></h1></div><h2>Speech</h2>";
  CHECK(title("<meta property='og:title' content='Speech'><title>Speech - Ministry</title>" +
              logo) == "Speech");
  CHECK(title("<title>Speech - Ministry</title>" + logo) == "Speech");
  CHECK(title("<meta property='og:title' content='Speech'><title>Ministry: Speech</title><body>"
              "<h1>Ministry</h1>") == "Speech");
}

TEST_CASE("the site's name in <title> and og:title gives way to a longer heading") {
  const auto title = [](const std::string& page) { return said(page + words).title; };
  CHECK(title("<title>MFA Fiji</title><meta property='og:title' content='MFA Fiji'><body><h1>The "
              "sea in our policy</h1>") == "The sea in our policy");
  CHECK(title("<title>Speech in Oslo</title><meta property='og:title' content='Speech in Oslo'>"
              "<body><h1>Ministry</h1>") == "Speech in Oslo");
}

TEST_CASE("a page's language is that of its text") {
  const auto language = [](const std::string& page) { return said(page + words).language; };
  CHECK(language("<head><meta property='og:locale' content='fr_FR'>") == "fr_FR");
  CHECK(language("<head><meta http-equiv='Content-Language' content='fr'>") == "fr");
  CHECK(read_built("<!DOCTYPE html><html lang='en'><head><meta property='og:locale' "
                   "content='fr_FR'></head><body>" +
                       words,
                   "a.html")
            .metadata.language == "en");
}

TEST_CASE("a date is the text's own") {
  const auto date = [](const std::string& page) { return said(page + words).date; };
  CHECK(date("<meta property='article:published_time' content='2019-03-04T09:00:00+01:00'>") ==
        "2019-03-04");
  CHECK(date("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\","
             "\"datePublished\":\"2001-01-01\"},{\"@type\":[\"NewsArticle\"],\"datePublished\":"
             "\"2019-03-05T01:00Z\"}]}</script>") == "2019-03-05");
  CHECK(date("<script type='application/ld+json'>{broken</script>").empty());
  CHECK(date("<meta name='DC.date' content='2005-06-31'>").empty());
  CHECK(date("<meta name='citation_date' content='2010/05/06'>") == "2010-05-06");
  const std::string aside = "<aside><time datetime='2020-01-01'>x</time></aside>";
  CHECK(date(aside).empty());
  CHECK(date(aside + "<article><h1>T</h1><time datetime='2019-02-02'>x</time>") == "2019-02-02");
  CHECK(date("<header><time>29 November 2026</time></header><h1>T</h1><div>Published <time>3 May "
             "2001</time></div>") == "2001-05-03");
  CHECK(date("<article><h1>T</h1><p>On <time datetime='1945-05-08'>8 May</time> we joined the "
             "Union.</p>")
            .empty());
  CHECK(date("<article><h1>T</h1>" + words +
             "<p>Published <time datetime='2001-05-03'>x</time></p></article>") == "2001-05-03");
  CHECK(date("<article><h1>T</h1>" + words + words +
             "</article><section><article><h3><a href=x>A</a></h3><time "
             "datetime='2020-01-01'>x</time><meta itemprop=datePublished "
             "content='2020-01-01'></article></section>")
            .empty());
  CHECK(date("<h1>T</h1>" + words + words +
             "<ul><li><a href=x>A</a> <time datetime='2020-01-01'>x</time></ul>")
            .empty());
}
