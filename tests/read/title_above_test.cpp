// SPDX-License-Identifier: MIT
#include "seed/read/title.h"
#include "seed/read/treaty_title.h"
#include "tests/catch.h"

using namespace attache;

TEST_CASE("a treaty's title right above its text is found, its lines joined") {
  CHECK(heading_of("PROTOCOL ON THE FISHERIES OF\nTHE NORTHERN SEA\nAt the time of signing the "
                   "two ministers have agreed as follows:\n1.\nThe works shall be kept.\n") ==
        "PROTOCOL ON THE FISHERIES OF THE NORTHERN SEA");
  CHECK(heading_of("NORWAY-CHILE\nFREE TRADE AGREEMENT\nPREAMBLE\nThe Kingdom of Norway and the "
                   "Republic of Chile,\nResolved to trade,\n") ==
        "NORWAY-CHILE FREE TRADE AGREEMENT");
  CHECK(
      heading_of("Convention between the Republic of Peru and the Republic of Chile\n"
                 "concerning Border Posts\nThe Government of Peru and the Government of Chile,\n"
                 "Wishing to ease travel,\n") ==
      "Convention between the Republic of Peru and the Republic of Chile concerning Border Posts");
  CHECK(heading_of("Agreement on Lake Waters between the Government of Kenya and the Government of "
                   "Uganda 7 May 1987\n The Government of Kenya and the Government of Uganda, "
                   "Desirous of peace, have agreed.\n") ==
        "Agreement on Lake Waters between the Government of Kenya and the Government of Uganda 7 "
        "May 1987");
  CHECK(heading_of("FREE TRADE AGREEMENT\nBETWEEN THE REPUBLIC OF CHILE\nAND\nEFTA\n"
                   "THE REPUBLIC OF CHILE\nAND\nTHE KINGDOM OF NORWAY, ICELAND\nTABLE OF CONTENTS\n"
                   "PREAMBLE\nArticle 1\n") ==
        "FREE TRADE AGREEMENT BETWEEN THE REPUBLIC OF CHILE AND EFTA");
}

TEST_CASE("a treaty's title of one paragraph a line is whole") {
  CHECK(heading_of("TRADE AGREEMENT\n\nBETWEEN\n\nTHE REPUBLIC OF CHILE\n\nAND\n\nTHE KINGDOM OF "
                   "NORWAY\n\nTrade Agreement of the two\n\nPREAMBLE\n\nDesirous of trade,\n") ==
        "TRADE AGREEMENT BETWEEN THE REPUBLIC OF CHILE AND THE KINGDOM OF NORWAY");
}

TEST_CASE("a title and what it heads may stand on one line") {
  CHECK(
      title_above_text("FREE TRADE AGREEMENT BETWEEN LATVIA AND SLOVENIA PREAMBLE The Republic of "
                       "Latvia and the Republic of Slovenia wish to trade.") ==
      "FREE TRADE AGREEMENT BETWEEN LATVIA AND SLOVENIA");
  CHECK(title_above_text("FISHERIES PARTNERSHIP AGREEMENT between the Republic of Mali and the "
                         "European Community THE REPUBLIC OF MALI, and THE EUROPEAN COMMUNITY") ==
        "FISHERIES PARTNERSHIP AGREEMENT between the Republic of Mali and the European Community");
  CHECK(
      heading_of("MainText:\nTREATY ON THE BLACK SEA FLEET Non Official Translation In the name of "
                 "peace the parties agree.\n") == "TREATY ON THE BLACK SEA FLEET");
}

TEST_CASE("prose about a treaty is no title") {
  for (const char* text :
       {"We signed the Agreement between Norway and Chile.\nThe Government of Chile thanked us.\n",
        "The agreement between Norway and Chile is good.\nThe Government of Chile knows it.\n",
        "Members of the House of Commons:\nIt is with pleasure that I greet you as you resume.\n",
        "Peace is near.\nThe Government of Chile knows it.\n"})
    CHECK(heading_of(text).empty());
}

TEST_CASE("hours, houses, references, holders of offices and venues stand above a title") {
  const std::string title = "A Partnership for the Sea";
  for (const char* above :
       {"3:05 P.M. CET", "10.30 a.m.", "HOUSE OF COMMONS", "House of Lords", "Via Videoconference",
        "No. B12 Date 4 March 1991", "MPS 17/86 3 May 1986", "Anna Berg MP",
        "Anna Berg, Minister for Trade",
        "SENATOR JAN BERG\nMINISTER FOR TRANSPORT AND COMMUNICATIONS\nMEMBER FOR NEWTOWN",
        "MINISTER FOR SCIENCE AND TECHNOLOGY", "EMBARGOED UNTIL 6 PM 3 May 1999",
        "CIRCULAR B12 SECRET PRIORITY", "BY THE KING OF NORWAY AND PRESIDENT OF THE COUNCIL",
        "Example Works Campus\nOslo, Norway\n\n4:15 P.M. CET"}) {
    CAPTURE(above);
    CHECK(heading_of(std::string(above) + "\n\n" + title + "\n\nWe meet at a good time.\n") ==
          title);
  }
  CHECK(heading_of("Remarks by the Minister, Oslo\n\n4:15 P.M. CET\n\nWe meet.\n") ==
        "Remarks by the Minister, Oslo");
  CHECK(heading_of("The Secret of Peace\n\nWe meet at a good time.\n") == "The Secret of Peace");
}

TEST_CASE("what programs call a new file is no title, in other languages neither") {
  for (const char* name : {"New Microsoft Word Document", "Nouveau document", "Sin t\u00edtulo",
                           "Unbenannt", "Full page photo", "PDF", "TABLE OF CONTENTS",
                           "Standard Template", "Documento 2", "Neues Dokument (3)"})
    CHECK(title_of(name).empty());
  CHECK(title_of("PDF and Peace") == "PDF and Peace");
}

TEST_CASE("a heading of mark-up that is a letterhead or a list of contents heads nothing") {
  CHECK(heads_nothing("MINISTRY OF FOREIGN AFFAIRS"));
  CHECK(heads_nothing("Table of Contents"));
  CHECK(heads_nothing("East Room"));
  CHECK_FALSE(heads_nothing("Speech by the Minister"));
  CHECK_FALSE(heads_nothing("Foreign Policy Strategy"));
}
