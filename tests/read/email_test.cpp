// SPDX-License-Identifier: MIT
#include "seed/read/format.h"
#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

const std::string head =
    "From: Press Office <press@mfa.example>\r\nTo: all@example.org\r\n"
    "Subject: =?UTF-8?B?Sm9pbmluZyBDw7R0ZQ==?=\r\n"
    "Date: Fri, 27 Feb 2004 23:30:00 +0200\r\nMIME-Version: 1.0\r\n";

std::string part(const std::string& type, const std::string& body, const std::string& more = "") {
  return "--b\r\nContent-Type: " + type + "\r\n" + more + "\r\n" + body + "\r\n";
}

std::string multipart(const std::string& kind, const std::string& parts) {
  return head + "Content-Type: multipart/" + kind + "; boundary=b\r\n\r\n" + parts + "--b--\r\n";
}

}  // namespace

TEST_CASE("e-mail: text, subject as title, the day on the writer's calendar") {
  const Document document =
      read_built(head +
                     "Content-Type: text/plain; charset=utf-8\r\n"
                     "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                     "We joined C=C3=B4te=\r\n d'Ivoire.\r\nIt is well.\r\n\r\nYours\r\n",
                 "a.eml");
  CHECK(document.text == "We joined Côte d'Ivoire.\nIt is well.\n\nYours\n");
  CHECK(document.metadata.title == "Joining Côte");
  CHECK(document.metadata.date == "2004-02-27");
  CHECK(document.media_type == "message/rfc822");
  CHECK(document.remarks.empty());
}

TEST_CASE("e-mail: of alternatives the plain one, of a page its text, and attachments are told") {
  CHECK(read_built(multipart("alternative",
                             part("text/plain", "Plain.") + part("text/html", "<p>Page.</p>")),
                   "a.eml")
            .text == "Plain.\n");
  CHECK(read_built(
            multipart("alternative", part("text/plain", " ") + part("text/html", "<p>Page.</p>")),
            "a.eml")
            .text == "Page.\n");
  const Document document = read_built(
      multipart("mixed", part("text/plain", "We joined.") +
                             part("application/pdf; name=\"note.pdf\"", "x") +
                             part("text/plain", "x",
                                  "Content-Disposition: attachment; filename=\"list.txt\"\r\n")),
      "a.eml");
  CHECK(document.text == "We joined.\n");
  CHECK(document.remarks ==
        std::vector<std::string>{"attachments are not read: note.pdf, list.txt"});
}

TEST_CASE("e-mail: other character sets, lines that flow, transfer encodings") {
  CHECK(read_built(head + "Content-Type: text/plain; charset=koi8-r\r\n\r\n\xED\xC9\xD2.\r\n",
                   "a.eml")
            .text == "Мир.\n");
  CHECK(read_built(head + "Content-Type: text/plain; charset=us-ascii\r\n\r\nC\xF4te.\r\n", "a.eml")
            .text == "Côte.\n");
  CHECK(read_built(head + "Content-Type: text/plain; format=flowed\r\n\r\nWe joined \r\nNATO.\r\n"
                          " From now on.\r\n",
                   "a.eml")
            .text == "We joined NATO.\nFrom now on.\n");
  CHECK(read_built(head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                          "UGVhY2Uu\r\n",
                   "a.eml")
            .text == "Peace.\n");
}

TEST_CASE("e-mail: what is quoted stands in paragraphs of its own, without marks") {
  const auto text = [](const std::string& type, const std::string& body) {
    return read_built(head + "Content-Type: text/plain" + type + "\r\n\r\n" + body, "a.eml").text;
  };
  CHECK(text("", "We did.\r\n> Did Norlandia leave the Warsaw\r\n> Pact?\r\nYes.\r\n") ==
        "We did.\n\nDid Norlandia leave the Warsaw\nPact?\n\nYes.\n");
  CHECK(text("; format=flowed",
             ">> Did it join the World \r\n>> Bank?\r\n> Yes, in \r\nAnd NATO.\r\n") ==
        "Did it join the World Bank?\n\nYes, in\n\nAnd NATO.\n");
  CHECK(text("", "> > One.\r\n>Two.\r\n>\r\n>Three.\r\n") == "One.\n\nTwo.\n\nThree.\n");
  CHECK(text("", ">From here we left.\r\n>50 states came.\r\n") ==
        "From here we left.\n>50 states came.\n");
}

TEST_CASE("e-mail: a page that a browser saved is the page") {
  const Document document = read_built(
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mfa.example/a\r\n"
      "Subject: x\r\nDate: Fri, 1 Mar 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n" +
          part("text/html; charset=utf-8",
               "<html><head><title>Aims</title></head><body><p>We lead.</p></body></html>") +
          part("image/png", "x") + "--b--\r\n",
      "a.mhtml");
  CHECK(document.text == "We lead.\n");
  CHECK(document.metadata.title == "Aims");
  CHECK(document.metadata.date.empty());
  CHECK(document.remarks.empty());
}

TEST_CASE("e-mail: what is encrypted, empty or a mailbox is told") {
  CHECK(refusal(multipart("encrypted; protocol=\"application/pgp-encrypted\"",
                          part("application/pgp-encrypted", "Version: 1") +
                              part("application/octet-stream", "x")),
                "a.eml") == "a.eml: is encrypted: save it decrypted");
  CHECK(refusal(head + "\r\n\r\n", "a.eml") == "a.eml: no text in this e-mail message");
  CHECK(
      refusal("From press@mfa.example Fri Feb 27 10:00:00 2004\n" + head + "\r\nPeace.\r\n", "a") ==
      "a: not a document attache can read: a mailbox of messages (save each as an .eml file)");
}

TEST_CASE("a memo with From and Subject is text unless its name or a machine's field says mail") {
  const std::string memo = "From: The Minister\nTo: All missions\nSubject: Peace\n\nWe lead.\n";
  CHECK(detect_format(memo, "a.txt").format == Format::text);
  CHECK(detect_format(memo, "a.eml").format == Format::email);
  CHECK(detect_format("Message-ID: <1@x>\n" + memo, "a.txt").format == Format::email);
  CHECK(detect_format("Note: this is\nthe text.\n\nSubject: none\n", "a.txt").format ==
        Format::text);
}

TEST_CASE("e-mail: the mark of a signature parts it and stands in no line") {
  for (const char* encoding : {"7bit", "quoted-printable"}) {
    const std::string mark = encoding[0] == '7' ? "-- " : "--=20";
    CHECK(read_built(head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: " + encoding +
                         "\r\n\r\nWe agree\r\n" + mark + "\r\nAnna Olsen\r\n",
                     "a.eml")
              .text == "We agree\n\nAnna Olsen\n");
  }
}
