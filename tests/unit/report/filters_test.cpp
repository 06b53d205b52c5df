#include "report/filters.hpp"

#include "expr/parser.hpp"
#include "report/evaluate.hpp"

#include <set>

#include <gtest/gtest.h>

namespace baocao::report {
namespace {

Value model() {
  return Map{{"chi_tieu",
              List{Map{{"ma", "5a"}, {"n", 5}, {"ket_luan", "met"}},
                   Map{{"ma", "5b"}, {"n", 7}, {"ket_luan", "not_met"}}}}};
}

std::string shown(std::string_view source) {
  const auto tree = expr::parse(source, expr::Dialect::jinja);
  if (!tree) {
    return "không đọc được: " + tree.error().message;
  }
  const Value values = model();
  const auto value = evaluate(**tree, Scope(values));
  return value ? printed(*value) : "[" + std::string(value.error().code.id()) + "]";
}

TEST(Filters, EveryExampleGivesWhatItSays) {
  for (const Filter& filter : all_filters()) {
    EXPECT_EQ(shown(filter.example), filter.gives) << filter.example;
  }
  for (const Function& function : all_functions()) {
    EXPECT_EQ(shown(function.example), function.gives) << function.example;
  }
}

TEST(Filters, NoNameIsTakenTwice) {
  std::set<std::string_view> names;
  for (const Filter& filter : all_filters()) {
    EXPECT_TRUE(names.insert(filter.name).second) << filter.name;
    if (!filter.alias.empty()) {
      EXPECT_TRUE(names.insert(filter.alias).second) << filter.alias;
      EXPECT_EQ(find_filter(filter.alias), &filter);
    }
  }
}

TEST(Filters, PrintNothingForNothing) {
  for (const char* name : {"so",
                           "phan_tram",
                           "phan_tram_bang",
                           "diem",
                           "dem",
                           "bang_chu",
                           "la_ma",
                           "lam_tron",
                           "ngay",
                           "ngay_dai",
                           "ngay_bang",
                           "hoa",
                           "hoa_dau"}) {
    EXPECT_EQ(shown("none | " + std::string(name)), "") << name;
  }
}

TEST(Filters, RoundOnlyWhenPrinting) {
  EXPECT_EQ(shown("(127 / 274) | phan_tram"), "46,4%");
  EXPECT_EQ(shown("(127 / 274) | phan_tram(3)"), "46,35%");
  EXPECT_EQ(shown("1 | phan_tram"), "100%");
  EXPECT_EQ(shown("1 | phan_tram_bang"), "100,0%");
  EXPECT_EQ(shown("0.04999 | phan_tram(0)"), "5%");
  EXPECT_EQ(shown("0.04999 < 5%"), "có");
}

TEST(Filters, SayHowMuchAShareMoved) {
  EXPECT_EQ(shown("(10% - 12.5%) | diem"), "giảm 2,5 điểm %");
  EXPECT_EQ(shown("0 | diem"), "không thay đổi");
  EXPECT_EQ(shown("0.0004 | diem"), "tăng chưa đến 0,1 điểm %");
}

TEST(Filters, RefuseValuesOfTheWrongKind) {
  EXPECT_EQ(shown("'a' | so"), "[T517]");
  EXPECT_EQ(shown("1.5 | dem"), "[T517]");
  EXPECT_EQ(shown("0 | la_ma"), "[T517]");
  EXPECT_EQ(shown("1 | so(99)"), "[T517]");
  EXPECT_EQ(shown("1 | so(1, 2)"), "[T517]");
  EXPECT_EQ(shown("['a'] | dau(1)"), "[T517]");
  EXPECT_EQ(shown("'hôm nay' | ngay"), "[T517]");
  EXPECT_EQ(shown("5 | noi"), "[T517]");
  EXPECT_EQ(shown("chi_tieu | lay('khong_co')"), "[T517]");
  EXPECT_EQ(shown("[1, 'a'] | sap_xep"), "[T517]");
  EXPECT_EQ(shown("range(0, 10, 0)"), "[T517]");
  EXPECT_EQ(shown("range(900000000)"), "[T517]");
}

TEST(Filters, TakeEachArgumentOnce) {
  EXPECT_EQ(shown("['a', 'b'] | join('-', d='+')"), "[T517]");
  EXPECT_EQ(shown("['a', 'b'] | join(d='-', d='+')"), "[T517]");
  EXPECT_EQ(shown("chi_tieu | join(attribute='ma', '-')"), "[T517]");
  EXPECT_EQ(shown("chi_tieu | join('-', attribute='ma')"), "5a-5b");
}

TEST(Filters, ASumWithAMissingNumberIsAFault) {
  EXPECT_EQ(shown("[1, none] | tong"), "[T517]");
  EXPECT_EQ(shown("[] | tong"), "0");
  EXPECT_EQ(shown("[1] | sum(start='x')"), "[T517]");
}

TEST(Filters, ReadDatesOfJsonData) {
  EXPECT_EQ(shown("'2026-09-30' | ngay"), "30/9/2026");
}

TEST(Filters, JoinShortListsWithoutACommaTooMany) {
  EXPECT_EQ(shown("[] | noi_va"), "");
  EXPECT_EQ(shown("['A'] | noi_va"), "A");
  EXPECT_EQ(shown("['A', 'B'] | noi_va"), "A và B");
  EXPECT_EQ(shown("['A', 'B'] | noi(' - ')"), "A - B");
}

TEST(Filters, DefaultKeepsZeroUnlessAsked) {
  EXPECT_EQ(shown("0 | default(5)"), "0");
  EXPECT_EQ(shown("0 | default(5, true)"), "5");
  EXPECT_EQ(shown("none | default(5)"), "5");
}

TEST(Filters, SortByAMember) {
  EXPECT_EQ(shown("chi_tieu | sap_xep('n') | last | lay_ma"), "[T513]");
  EXPECT_EQ(shown("(chi_tieu | sap_xep('ma') | last).ma"), "5b");
  EXPECT_EQ(shown("(chi_tieu | sap_xep('ma', true) | last).ma"), "5a");
  EXPECT_EQ(shown("[{'a': 1, 'b': 2}, {'a': 1, 'b': 1}] | sap_xep('a,b') | lay('b') | noi"),
            "1, 2");
}

TEST(Filters, TakeTheArgumentsOfJinja2InItsOrder) {
  EXPECT_EQ(shown("chi_tieu | sort(true, false, 'n') | lay('ma') | noi"), "5b, 5a");
  EXPECT_EQ(shown("chi_tieu | sort(false, false, 'n') | lay('ma') | noi"), "5a, 5b");
  EXPECT_EQ(shown("(chi_tieu | max(false, 'n')).ma"), "5b");
  EXPECT_EQ(shown("chi_tieu | unique(false, 'n') | lay('ma') | noi"), "5a, 5b");
  EXPECT_EQ(shown("{'b': 1, 'a': 2} | dictsort(false, 'value') | map('first') | noi"), "b, a");
  EXPECT_EQ(shown("{'b': 1, 'a': 2} | dictsort(reverse=true) | map('first') | noi"), "b, a");
}

TEST(Filters, RefuseTheNameOfAMemberWhereAFlagStands) {
  for (const char* call : {"sort('n')", "max('n')", "min('n')", "unique('n')"}) {
    EXPECT_EQ(shown(std::string("chi_tieu | ") + call), "[T517]") << call;
  }
  EXPECT_EQ(shown("chi_tieu | khong_trung('ket_luan') | lay('ma') | noi"), "5a, 5b");
}

TEST(Filters, GroupTextsOfDifferentCaseUnlessAsked) {
  const std::string items = "[{'k': 'A'}, {'k': 'a'}, {'k': 'b'}, {}]";
  EXPECT_EQ(shown(items + " | groupby('k')"), "[T517]");
  EXPECT_EQ(shown(items + " | groupby('k', 'c') | lay('grouper') | noi"), "A, b, c");
  EXPECT_EQ(shown(items + " | groupby('k', 'c', true) | lay('grouper') | noi"), "a, A, b, c");
}

TEST(Filters, AskWhetherItemsHaveAMember) {
  const std::string items = "[{'k': 'a'}, {'m': 1}]";
  EXPECT_EQ(shown(items + " | selectattr('k', 'defined') | do_dai"), "1");
  EXPECT_EQ(shown(items + " | rejectattr('k', 'defined') | lay('m') | noi"), "1");
  EXPECT_EQ(shown(items + " | selectattr('k')"), "[T517]");
  EXPECT_EQ(shown(items + " | map(attribute='k', default='-') | noi"), "a, -");
}

TEST(Filters, ReadNumbersAsPythonWritesThem) {
  EXPECT_EQ(shown("' 42 ' | int"), "42");
  EXPECT_EQ(shown("'1e3' | int"), "1000");
  EXPECT_EQ(shown("'1_000' | int"), "1000");
  EXPECT_EQ(shown("'-.5' | float"), "-0,5");
  EXPECT_EQ(shown("'12e-1' | float"), "1,2");
  EXPECT_EQ(shown("true | int"), "1");
  EXPECT_EQ(shown("'1.234,5' | int(7)"), "7");
  EXPECT_EQ(shown("'1e' | int(7)"), "7");
  EXPECT_EQ(shown("'' | int"), "0");
}

TEST(Filters, RefuseNumbersTheyCannotRead) {
  EXPECT_EQ(shown("'99999999999999999999' | int"), "[T517]");
  EXPECT_EQ(shown("'1e400' | float"), "[T517]");
  EXPECT_EQ(shown("'11' | int(0, 2)"), "[T517]");
  EXPECT_EQ(shown("'11' | int(base=10)"), "11");
}

TEST(Filters, RoundAsAsked) {
  EXPECT_EQ(shown("2.3 | round(method='ceil')"), "3");
  EXPECT_EQ(shown("2.7 | round(method='floor')"), "2");
  EXPECT_EQ(shown("1250 | round(-2)"), "1300");
  EXPECT_EQ(shown("-2.5 | round"), "-3");
  EXPECT_EQ(shown("2.5 | round(0, 'up')"), "[T517]");
  EXPECT_EQ(shown("2.5 | so(-1)"), "[T517]");
}

TEST(Filters, DemandWhatTheyCannotDoWithout) {
  EXPECT_EQ(shown("2026-09-05 | ngay_theo"), "[T517]");
  EXPECT_EQ(shown("37% | chenh_lech"), "[T517]");
  EXPECT_EQ(shown("{'a': 5} | attr"), "[T517]");
  EXPECT_EQ(shown("'abcdefghij' | truncate(2)"), "[T517]");
}

TEST(Filters, TrimWholeLetters) {
  EXPECT_EQ(shown("'đâđ' | trim('đ')"), "â");
  EXPECT_EQ(shown("'ầa' | trim('â')"), "ầa");
  EXPECT_EQ(shown("'\u00A0a\u3000' | trim"), "a");
}

TEST(Filters, TakeOnlyTagsAway) {
  EXPECT_EQ(shown("'a < b' | striptags"), "a < b");
  EXPECT_EQ(shown("'<p>a &amp;lt; b</p>' | striptags"), "a &lt; b");
  EXPECT_EQ(shown("'a <!-- x > y --> b' | striptags"), "a b");
  EXPECT_EQ(shown("'<!-- a' | striptags"), "<!-- a");
}

TEST(Filters, CountAndCapitalizeWordsAsJinja2) {
  EXPECT_EQ(shown("'a – b_c' | wordcount"), "2");
  EXPECT_EQ(shown("'NGUYỄN-văn (an) x.y' | title"), "Nguyễn-Văn (An) X.y");
  EXPECT_EQ(shown("'(ĐẠI' | capitalize"), "(đại");
}

TEST(Filters, FormatAsPython) {
  EXPECT_EQ(shown("'% d|%+05d|%X' | format(5, 7, 255)"), " 5|+0007|FF");
  EXPECT_EQ(shown("'%#x' | format(255)"), "[T517]");
}

TEST(Methods, TakePythonsArguments) {
  EXPECT_EQ(shown("'a,b,c'.split(',', 1) | join('|')"), "a|b,c");
  EXPECT_EQ(shown("' a  b c '.split(maxsplit=1) | join('|')"), "a|b c ");
  EXPECT_EQ(shown("' a  b '.split() | join('|')"), "a|b");
  EXPECT_EQ(shown("'abc'.startswith(['x', 'a'])"), "có");
  EXPECT_EQ(shown("'-7'.zfill(4) ~ '7'.rjust(3, '.') ~ '7'.ljust(2) ~ '!'"), "-007..77 !");
  EXPECT_EQ(shown("'xax'.lstrip('x') ~ 'xax'.rstrip('x')"), "axxa");
  EXPECT_EQ(shown("\"it's\".title()"), "It'S");
}

TEST(Methods, RefuseArgumentsTheyDoNotRead) {
  EXPECT_EQ(shown("'abc'.startswith('b', 1)"), "[T517]");
  EXPECT_EQ(shown("'a'.upper('x')"), "[T517]");
  EXPECT_EQ(shown("'ab'.center(6, '*')"), "[T517]");
  EXPECT_EQ(shown("{'a': 1}.get('b', 2, 3)"), "[T517]");
}

TEST(Methods, FormatFieldsAsPython) {
  EXPECT_EQ(shown("'{}, {} {{x}}'.format('a', 5)"), "a, 5 {x}");
  EXPECT_EQ(shown("'{1}{0}'.format('a', 'b')"), "ba");
  EXPECT_EQ(shown("'{:,}|{:,.2f}|{:.1%}'.format(-1234567, 1234.5, 0.375)"),
            "-1,234,567|1,234.50|37.5%");
  EXPECT_EQ(shown("'{:05d}|{:>4}|{:^5}|{:*<4}|{:+d}'.format(-7, 'đ', 'ab', 'x', 3)"),
            "-0007|   đ| ab  |x***|+3");
  EXPECT_EQ(shown("'{:,}'.format(999) ~ '{:,}'.format(1000)"), "9991,000");
  EXPECT_EQ(shown("'{:,.0%}|{:=+6d}'.format(123.45, 5)"), "12,345%|+    5");
  EXPECT_EQ(shown("'{:d}'.format(3.5)"), "[T517]");
  EXPECT_EQ(shown("'{}'.format()"), "[T517]");
  EXPECT_EQ(shown("'{x}'.format(1)"), "[T517]");
  EXPECT_EQ(shown("'{:d}'.format('a')"), "[T517]");
  EXPECT_EQ(shown("'{:q}'.format(1)"), "[T517]");
  EXPECT_EQ(shown("'{'.format(1)"), "[T517]");
}

TEST(Tests, OddNumbersAreWhole) {
  EXPECT_EQ(shown("2.5 is odd"), "không");
  EXPECT_EQ(shown("-3 is odd"), "có");
}

TEST(Tests, ASequenceIsNotYetAList) {
  EXPECT_EQ(shown("'ab' is sequence"), "có");
  EXPECT_EQ(shown("'ab' is danh_sach"), "không");
}

}  // namespace
}  // namespace baocao::report
