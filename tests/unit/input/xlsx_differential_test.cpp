// The scanner must never give anything but what expat gives.
#include "base/file.hpp"
#include "input/xlsx/scanner.hpp"
#include "unit/input/both_readers.hpp"
#include "unit/input/workbook_files.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::input {
namespace {

using xlsx::Front;

std::string agreed(const std::string& bytes) {
  const std::string expected = read_with(bytes, Front::expat);
  EXPECT_EQ(read_with(bytes, Front::scanner), expected);
  return expected;
}

std::string workbook_with(const std::string& part, const std::string& content) {
  Parts parts = workbook_parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
  parts[part] = content;
  return zip_of(parts);
}

std::string workbook_with_sheet(const std::string& content) {
  return workbook_with("xl/worksheets/sheet1.xml", content);
}

const std::string whole_sheet =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<x:worksheet xmlns:x=\"m\" xmlns:r=\"rr\"><x:cols><x:col min=\"2\" max='3' "
    "hidden=\"1\"/></x:cols>"
    "<x:sheetData><x:row r=\"1\" hidden=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>1</x:v></x:c>"
    "<x:c t='inlineStr' r='B1' ><x:is><x:t xml:space=\"preserve\"> a &amp; &#7879; &#xE0;\r\n b "
    "</x:t></x:is></x:c>"
    "<x:c r=\"C1\" s=\"1\"><x:f>A1&lt;2</x:f><x:v>31111</x:v></x:c><x:c r=\"D1\" "
    "t=\"b\"><x:v>1</x:v></x:c></x:row>"
    "<x:row xmlns:r=\"5\" r=\"3\" ht=\"0\"><x:c><x:v>1.5</x:v></x:c><x:c "
    "t=\"e\"><x:v>#N/A</x:v></x:c></x:row></x:sheetData>"
    "<x:mergeCells><x:mergeCell ref=\"A1:B2\"/></x:mergeCells></x:worksheet>\n";

// Is it read by the scanner alone?
bool is_familiar(const std::string& xml) {
  class Nothing : public xlsx::PartHandler {
    void start(std::string_view, const xlsx::Attributes&) override {}
  };

  Nothing nothing;
  xlsx::Scanner scanner(nothing);
  scanner.feed(xml);
  return scanner.finish() == xlsx::Scanner::State::reading;
}

TEST(BothReaders, AgreeOnWhatProgramsWrite) {
  EXPECT_TRUE(is_familiar(whole_sheet));
  const std::string read = agreed(workbook_with_sheet(whole_sheet));
  EXPECT_NE(read.find(" a & ệ à\n b \n"), std::string::npos) << read;
  EXPECT_NE(read.find("A3 kind 1"), std::string::npos) << read;
}

TEST(BothReaders, AgreeOnOddButRightXml) {
  const std::string sheet = whole_sheet.substr(whole_sheet.find("<x:worksheet"));
  const std::string cell = "<c t=\"inlineStr\"><is><t>";
  const std::vector<std::string> odd = {
      "\xEF\xBB\xBF" + whole_sheet,
      "<?xml version='1.0'?>" + sheet,
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- x --><?x y?>" + sheet + "<!-- end -->",
      "\n " + sheet,
      "<worksheet\t><sheetData\n><row ><c r = \"A1\"\n><v >1</v ></c ></row></sheetData "
      "></worksheet>",
      worksheet("<row>" + cell + "<![CDATA[a<b]]></t></is></c></row>"),
      worksheet("<row>" + cell + "a<!-- b -->c</t></is></c></row>"),
      worksheet("<row>" + cell + "a<?b?>c</t></is></c></row>"),
      worksheet("<row>" + cell + "]] ]&gt; &#93;&#93;> a>b</t></is></c></row>"),
      worksheet("<row>" + cell + "&#13;&#10;\r\r\n\n&quot;&apos;</t></is></c></row>"),
      worksheet("<row a=\"&lt;&#10;>\" b='\"' r=\"1\">" + cell +
                "&#x1F600;\xF0\x9F\x98\x80</t></is></c></row>"),
      worksheet("<row a=\"x\ny\tz\"><c r=\"B1\"><v>1</v></c></row>"),
      worksheet("<hàng/><row><c><v>1</v></c></row>"),
      worksheet("<row><c><v>1</v><é/></c></row>"),
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" +
          worksheet("<row>" + cell + "\xE9</t></is></c></row>"),
  };
  for (const std::string& xml : odd) {
    const std::string read = agreed(workbook_with_sheet(xml));
    EXPECT_NE(read.find(" kind "), std::string::npos) << xml << "\n" << read;
  }
}

std::string utf16(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) {
    out.push_back(c);
    out.push_back('\0');
  }
  return out;
}

TEST(BothReaders, AgreeOnOtherEncodings) {
  const std::string read = agreed(workbook_with_sheet(utf16(
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + worksheet("<row><c><v>7</v></c></row>"))));
  EXPECT_NE(read.find("text 7"), std::string::npos) << read;
}

TEST(BothReaders, RefuseTheSameXml) {
  const std::vector<std::string> faulty = {
      "",
      " ",
      "x",
      "<",
      "<a",
      "<a>",
      "</a>",
      "<a></b>",
      "<a/><b/>",
      "<a/>x",
      "x<a/>",
      "<a><b></a></b>",
      "<a x=1/>",
      "<a x=\"1\" x=\"2\"/>",
      "<a x='1'y='2'/>",
      "<a x=\"<\"/>",
      "<a x/>",
      "<a x=/>",
      "< a/>",
      "<a / >",
      "</ a>",
      "<a></ a>",
      "<a>&unknown;</a>",
      "<a>&</a>",
      "<a>&amp</a>",
      "<a>&#0;</a>",
      "<a>&#x0;</a>",
      "<a>&#xD800;</a>",
      "<a>&#xFFFE;</a>",
      "<a>&#x110000;</a>",
      "<a>&#;</a>",
      "<a>&#x;</a>",
      "<a>&#-1;</a>",
      "<a>&#X41;</a>",
      "<a>]]></a>",
      "<a>\x01</a>",
      "<a>\xFF</a>",
      "<a>\xC0\x80</a>",
      "<a>\xE0\x80\x80</a>",
      "<a>\xED\xA0\x80</a>",
      "<a>\xEF\xBF\xBE</a>",
      "<a>\xEF\xBF\xBF</a>",
      "<a>\xF4\x90\x80\x80</a>",
      "<a>\xE1\xBB</a>",
      "<a x=\"\x02\"/>",
      "<1a/>",
      "<-a/>",
      "<a:/>",
      "<a>" + std::string(1, '\0') + "</a>",
      "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><a/>",
      " <?xml version=\"1.0\"?><a/>",
      "<?xml encoding=\"UTF-8\"?><a/>",
      "<?xml version=\"1.0\" encoding=\"none\"?><a/>",
      "<!DOCTYPE a><a/>",
      "<a><!DOCTYPE a></a>",
      "<a><!-- -- --></a>",
      "<a><![CDATA[x</a>",
      "<a/></a>",
      "<a>\xEF\xBB\xBF</a>",
      "\xEF\xBB\xBF\xEF\xBB\xBF<a/>",
  };
  for (const std::string& xml : faulty) {
    agreed(workbook_with_sheet(xml));
    agreed(workbook_with("xl/sharedStrings.xml", xml));
  }
}

TEST(BothReaders, AgreeWhereverTokensAreCut) {
  // 64 KB pieces: tags, references and letters of two and three bytes fall across their edges.
  std::string rows;
  for (int row = 1; row <= 4000; ++row) {
    rows += "<row r=\"" + std::to_string(row) +
            "\"><c t=\"inlineStr\"><is><t>Nguyễn Thị &#7879; &amp; " +
            std::string(static_cast<std::size_t>(row % 7), 'x') +
            "</t></is></c><c s=\"1\"><v>31111</v></c></row>";
  }
  ASSERT_TRUE(is_familiar(worksheet(rows)));
  agreed(workbook_of(rows));
}

TEST(BothReaders, AgreeOnOneLongTextAndOneTooLong) {
  for (const std::size_t size : {std::size_t{500'000}, std::size_t{2'000'000}}) {
    agreed(workbook_of("<row><c t=\"inlineStr\"><is><t>" + std::string(size, 'x') +
                       "</t></is></c></row>"));
    agreed(workbook_of("<row a=\"" + std::string(size, 'x') + "\"><c><v>1</v></c></row>"));
  }
}

TEST(BothReaders, AgreeOnDeepNesting) {
  for (const int depth : {60, 63, 64, 65, 1000}) {
    std::string xml;
    for (int i = 0; i < depth; ++i) {
      xml += "<a>";
    }
    for (int i = 0; i < depth; ++i) {
      xml += "</a>";
    }
    agreed(workbook_with_sheet(xml));
  }
}

// Every byte changed to something with a meaning in XML, in the sheet and in the strings.
TEST(BothReaders, AgreeOnMutations) {
  const std::string strings =
      "<sst><si><t>An</t></si><si><r><rPr><rFont val=\"VNI-Times\"/></rPr><t>B&#236;nh</t></r>"
      "<rPh><t>x</t></rPh></si></sst>";
  const std::string meanings = "<>/&;\"'=! ]x\n\x80";
  std::uint32_t random = 2026;
  const auto next = [&](std::size_t below) {
    random = random * 1664525 + 1013904223;
    return (random >> 8U) % below;
  };
  for (std::size_t at = 0; at < whole_sheet.size(); ++at) {
    std::string sheet = whole_sheet;
    sheet[at] = meanings[next(meanings.size())];
    agreed(workbook_with_sheet(sheet));
    sheet.erase(at, 1 + next(5));
    agreed(workbook_with_sheet(sheet));
    std::string other = strings;
    other[at % strings.size()] = meanings[next(meanings.size())];
    agreed(workbook_with("xl/sharedStrings.xml", other));
    ASSERT_FALSE(testing::Test::HasFailure()) << "at byte " << at;
  }
}

TEST(BothReaders, AgreeOnTheWorkbooksAtHand) {
  namespace fs = std::filesystem;
  std::size_t count = 0;
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(fs::path(BAOCAO_SOURCE_DIR) / "tests")) {
    if (entry.path().extension() == ".xlsx") {
      SCOPED_TRACE(entry.path());
      agreed(*base::read_file(entry.path()));
      ++count;
    }
  }
  EXPECT_GT(count, 0U);
}

}  // namespace
}  // namespace baocao::input
