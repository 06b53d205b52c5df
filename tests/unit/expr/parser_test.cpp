#include "expr/parser.hpp"

#include "unit/expr/tree_text.hpp"

#include <array>
#include <random>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::expr {
namespace {

using testing::HasSubstr;

std::string tree(std::string_view source) {
  const auto parsed = parse(source);
  return parsed ? tree_text(**parsed) : "lỗi: " + parsed.error().message;
}

// "offset+length: message"
std::string fault(std::string_view source) {
  const auto parsed = parse(source);
  if (parsed) {
    return "cây: " + tree_text(**parsed);
  }
  const auto& [where, message] = parsed.error();
  return std::to_string(where.offset) + "+" + std::to_string(where.length) + ": " + message;
}

TEST(Parser, ReadsLiterals) {
  EXPECT_EQ(tree("12"), "12");
  EXPECT_EQ(tree("12.5"), "12.5");
  EXPECT_EQ(tree("75%"), "0.75");
  EXPECT_EQ(tree("\"thạc sĩ\""), "'thạc sĩ'");
  EXPECT_EQ(tree("'a\\'b\\n'"), "'a'b\n'");
  EXPECT_EQ(tree("“ngoặc cong” ~ ‘đơn’"), "(~ 'ngoặc cong' 'đơn')");
  EXPECT_EQ(tree("[true, False, none]"), "[ true false none ]");
  EXPECT_EQ(tree("2030-12-31"), "2030-12-31");
  EXPECT_EQ(tree("[]"), "[ ]");
}

TEST(Parser, TellsSharesFromRemainders) {
  EXPECT_EQ(tree("a >= 75%"), "(>= a 0.75)");
  EXPECT_EQ(tree("(5% + 10%)"), "(+ 0.05 0.1)");
  EXPECT_EQ(tree("10 % 3"), "(% 10 3)");
  EXPECT_EQ(tree("10%3"), "(% 10 3)");
  EXPECT_EQ(tree("i % 2 == 0"), "(== (% i 2) 0)");
}

TEST(Parser, BindsFromLooseToTight) {
  EXPECT_EQ(tree("a or b and not c == d"), "(or a (and b (not (== c d))))");
  EXPECT_EQ(tree("a == 1 ~ 2 + 3 * -x.y"), "(== a (~ 1 (+ 2 (* 3 (- (.y x))))))");
  EXPECT_EQ(tree("1 - 2 - 3"), "(- (- 1 2) 3)");
  EXPECT_EQ(tree("(1 - (2 - 3)) * 4"), "(* (- 1 (- 2 3)) 4)");
  EXPECT_EQ(tree("not not a"), "(not (not a))");
  EXPECT_EQ(tree("a if b else c if d else e"), "(if a b (if c d e))");
  EXPECT_EQ(tree("a if b or c"), "(if a (or b c) _)");
}

TEST(Parser, ReadsComparisons) {
  EXPECT_EQ(tree("a in [x, y]"), "(in a [ x y ])");
  EXPECT_EQ(tree("a not in b"), "(not in a b)");
  EXPECT_EQ(tree("not a in b"), "(not (in a b))");
  EXPECT_EQ(tree("x between 1 and 2 + 3 and y"), "(and (between x 1 (+ 2 3)) y)");
  EXPECT_EQ(tree("a != b or a < b or a <= b or a > b"),
            "(or (or (or (!= a b) (< a b)) (<= a b)) (> a b))");
}

TEST(Parser, ReadsFiltersAndTestsLikeJinja) {
  EXPECT_EQ(tree("x|f|g(1, 'a')"), "(|g (|f x) 1 'a')");
  EXPECT_EQ(tree("-x|abs"), "(|abs (- x))");
  EXPECT_EQ(tree("a * b|f"), "(* a (|f b))");
  EXPECT_EQ(tree("a is defined and b is not none"), "(and (is defined a) (is-not none b))");
  EXPECT_EQ(tree("n is divisibleby 3 or c"), "(or (is divisibleby n 3) c)");
  EXPECT_EQ(tree("n is divisibleby(3)"), "(is divisibleby n 3)");
  EXPECT_EQ(tree("x is in [1]"), "(is in x [ 1 ])");
  EXPECT_EQ(tree("1 + x is odd"), "(+ 1 (is odd x))");
}

TEST(Parser, ReadsPostfixes) {
  EXPECT_EQ(tree("a.b[0].c"), "(.c (index (.b a) 0))");
  EXPECT_EQ(tree("a[1:2]"), "(slice a 1 2)");
  EXPECT_EQ(tree("a[:2]"), "(slice a _ 2)");
  EXPECT_EQ(tree("a[1:]"), "(slice a 1 _)");
  EXPECT_EQ(tree("a[:]"), "(slice a _ _)");
  EXPECT_EQ(tree("tuoi(ngay_sinh) < 42"), "(< (call tuoi ngay_sinh) 42)");
  EXPECT_EQ(tree("f()"), "(call f)");
}

TEST(Parser, ReadsAggregates) {
  EXPECT_EQ(tree("exists(can_bo where gioi_tinh == nu)"), "(exists can_bo (== gioi_tinh nu) _ _)");
  EXPECT_EQ(tree("count(can_bo)"), "(count can_bo _ _ _)");
  EXPECT_EQ(tree("sum(bien_che.duoc_giao where khoi == dang)"),
            "(sum bien_che.duoc_giao (== khoi dang) _ _)");
  EXPECT_EQ(tree("sum(bien_che: min(co_mat, duoc_giao))"),
            "(sum bien_che _ _ (call min co_mat duoc_giao))");
  EXPECT_EQ(tree("latest(danh_gia.xep_loai where ky == ca_nam by nam) >= hoan_thanh"),
            "(>= (latest danh_gia.xep_loai (== ky ca_nam) nam _) hoan_thanh)");
  EXPECT_EQ(tree("latest(danh_gia.xep_loai)"), "(latest danh_gia.xep_loai _ _ _)");
}

TEST(Parser, TakesNamesWithVietnameseLettersAndHardSpaces) {
  EXPECT_EQ(tree("họ_tên\xC2\xA0== Đơn"), "(== họ_tên Đơn)");
}

TEST(Parser, PlacesEveryNode) {
  const auto parsed = parse("  a and (tuoi(b) < 42)");
  ASSERT_TRUE(parsed);
  const Node& root = **parsed;
  EXPECT_EQ(root.where.offset, 2U);
  EXPECT_EQ(root.where.length, 20U);
  const Node& comparison = *root.children[1];
  EXPECT_EQ(comparison.where.offset, 9U);
  EXPECT_EQ(comparison.where.length, 12U);
  EXPECT_EQ(comparison.children[0]->where.length, 7U);
}

std::string jinja(std::string_view source) {
  const auto parsed = parse(source, Dialect::jinja);
  return parsed ? tree_text(**parsed) : parsed.error().message;
}

TEST(Parser, ReadsWhatTemplatesMayDoMore) {
  EXPECT_EQ(jinja("1 < a <= 5"), "(and (< 1 a) (<= a 5))");
  EXPECT_EQ(jinja("1 < a < b < 5"), "(and (and (< 1 a) (< a b)) (< b 5))");
  EXPECT_EQ(jinja("(1, 2)"), "[ 1 2 ]");
  EXPECT_EQ(jinja("x.f(1)[0]"), "(index (.f() x 1) 0)");
  EXPECT_EQ(jinja("{'a': 1, 'b': {}}"), "{ 'a' 1 'b' { } }");
  EXPECT_EQ(jinja("a[::-1]"), "(slice a _ _ (- 1))");
  EXPECT_EQ(jinja("7 // 2 ** 3"), "(// 7 (** 2 3))");
  const auto named = parse("xs|sort(attribute='n')", Dialect::jinja);
  ASSERT_TRUE(named);
  EXPECT_EQ((*named)->children[1]->argument, "attribute");
}

TEST(Parser, DoesNotLetChainsGrowWithoutEnd) {
  std::string nested = "1 < a < 2";
  for (int i = 0; i < 40; ++i) {
    nested = "1 < (" + nested + ") < 2";
  }
  EXPECT_FALSE(parse(nested, Dialect::jinja));
}

TEST(Parser, FaultsSayWhatWasFoundAndExpected) {
  EXPECT_EQ(fault(""), "0+0: cần một giá trị, nhưng biểu thức kết thúc ở đây");
  EXPECT_EQ(fault("a and"), "5+0: cần một giá trị, nhưng biểu thức kết thúc ở đây");
  EXPECT_EQ(fault("a == and b"), "5+3: cần một giá trị, nhưng gặp \"and\"");
  EXPECT_EQ(fault("(a"), "2+0: cần \")\" đóng dấu \"(\", nhưng biểu thức kết thúc ở đây");
  EXPECT_EQ(fault("[a b]"), "3+1: cần \"]\" đóng danh sách, nhưng gặp \"b\"");
  EXPECT_EQ(fault("a[1"), "3+0: cần \"]\" đóng dấu \"[\", nhưng biểu thức kết thúc ở đây");
  EXPECT_EQ(fault("f(a"), "3+0: cần \")\" đóng danh sách đối số, nhưng biểu thức kết thúc ở đây");
  EXPECT_EQ(fault("f(a=1)"),
            "3+1: đối số không gọi theo tên: ghi giá trị theo thứ tự, bỏ \"tên =\"");
  EXPECT_EQ(fault("a = b"), "2+1: so sánh bằng viết là \"==\"");
  EXPECT_EQ(fault("a b"), "2+1: biểu thức đã đủ nghĩa nhưng còn thừa \"b\"");
  EXPECT_EQ(fault("a."), "2+0: cần tên sau dấu \".\", nhưng biểu thức kết thúc ở đây");
  EXPECT_EQ(fault("a|"), "2+0: cần tên bộ lọc sau dấu \"|\", nhưng biểu thức kết thúc ở đây");
  EXPECT_EQ(fault("a is"), "4+0: cần tên phép thử sau \"is\", nhưng biểu thức kết thúc ở đây");
  EXPECT_EQ(fault("a not b"), "6+1: cần \"in\" sau \"not\", nhưng gặp \"b\"");
  EXPECT_EQ(fault("a between 1 or 2"),
            "12+2: cần \"and\" giữa hai đầu của \"between\", nhưng gặp \"or\"");
  EXPECT_EQ(fault("1 < a < 5"),
            "6+1: không viết nhiều phép so sánh liền nhau: nối chúng bằng \"and\"");
  EXPECT_EQ(fault("sum(bien_che)"),
            "12+1: cần \".\" và tên trường sau tên bảng \"bien_che\", nhưng gặp \")\"");
  EXPECT_EQ(fault("exists(1)"), "7+1: cần tên bảng sau \"exists(\", nhưng gặp \"1\"");
  EXPECT_EQ(fault("exists(t a)"), "9+1: cần \")\" đóng \"exists(\", nhưng gặp \"a\"");
}

TEST(Parser, FaultsOfTokensArePlaced) {
  EXPECT_EQ(fault("a == 2030-02-31"), "5+10: \"2030-02-31\" không phải là ngày có trong lịch");
  EXPECT_EQ(fault("1 + 12kg"), "4+4: số 12 viết liền với \"kg\"");
  EXPECT_EQ(fault("99999999999999999999"),
            "0+20: số 99999999999999999999 quá lớn hoặc quá nhiều chữ số");
  EXPECT_EQ(fault("'mở"), "0+5: chuỗi chữ mở bằng ' chưa có dấu ' đóng lại");
  EXPECT_EQ(fault("a ≥ 5"), "2+3: ký tự \"≥\" không dùng được trong biểu thức");
  EXPECT_EQ(fault("a ! b"), "2+1: ký tự \"!\" không dùng được trong biểu thức");
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) {
    text += part;
  }
  return text;
}

TEST(Parser, CapsNestingAndLength) {
  EXPECT_THAT(fault(repeated("(", 99) + "a" + repeated(")", 99)), HasSubstr("cây"));
  for (const std::string_view opening : {"(", "[", "not ", "-", "f(", "a[", "1 if 1 else "}) {
    EXPECT_THAT(fault(repeated(opening, 3000) + "a"), HasSubstr("lồng quá 100 tầng")) << opening;
  }
  EXPECT_THAT(fault("a" + repeated(" + a", 1500)), HasSubstr("cây"));
  EXPECT_THAT(fault("a" + repeated(" + a", 100000)), HasSubstr("dài quá 4000 từ"));
}

TEST(Parser, PrefixStopsBehindTheExpression) {
  std::size_t end = 0;
  const std::string_view source = "chi_tieu.ds[0]  recursive %}";
  const auto parsed = parse_prefix(source, end);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(tree_text(**parsed), "(index (.ds chi_tieu) 0)");
  EXPECT_EQ(source.substr(end), "recursive %}");
  EXPECT_FALSE(parse_prefix("", end));
  ASSERT_TRUE(parse_prefix("a ", end));
  EXPECT_EQ(end, 2U);
}

// Any sequence of tokens and bytes ends in a tree or in a fault inside the text.
TEST(Parser, IsTotalOnRandomText) {
  constexpr std::array<std::string_view, 46> parts = {
      "a",    "1",       "2.5",  "75%",  "2030-12-31", "2030-13-01", "'x'",     "'",
      "“",    "”",       "and",  "or",   "not",        "in",         "is",      "if",
      "else", "between", "(",    ")",    "[",          "]",          ".",       ",",
      ":",    "|",       "~",    "+",    "-",          "*",          "/",       "%",
      "==",   "!=",      "<",    ">=",   "=",          "sum(",       "latest(", "where",
      "by",   "exists(", "\xFF", "\xE1", "ế",          "\\"};
  std::mt19937 random(20260930);
  for (int round = 0; round < 20000; ++round) {
    std::string source;
    for (std::size_t count = random() % 24; count > 0; --count) {
      source += parts.at(random() % parts.size());
      source += random() % 3 == 0 ? "" : " ";
    }
    const auto parsed = parse(source);
    if (!parsed) {
      EXPECT_LE(parsed.error().where.offset + parsed.error().where.length, source.size()) << source;
      EXPECT_FALSE(parsed.error().message.empty()) << source;
    }
    std::size_t end = 0;
    if (parse_prefix(source, end)) {
      EXPECT_LE(end, source.size()) << source;
    }
  }
}

}  // namespace
}  // namespace baocao::expr
