// Random expressions on random data against a slow interpreter that is too simple to be wrong: one
// row at a time, by the text of the tree, searching all rows of the other table.
#include "expr/evaluate.hpp"
#include "expr/parser.hpp"
#include "unit/expr/data.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::expr {
namespace {

using test::Data;
using test::project_schema;

const base::Date as_of = *base::Date::from_ymd(2026, 9, 30);

class Slow {
 public:
  explicit Slow(const table::Dataset& dataset) : dataset_(dataset) {}

  Truth truth(const Node& node, const table::Table& table, std::size_t row) const {
    switch (node.kind) {
      case Kind::unary:
        return flipped(truth(*node.children[0], table, row));
      case Kind::name:
        return flag(*table.find(node.text), row);
      case Kind::test:
        return truth_of(!table.find(node.children[0]->text)->has(row));
      case Kind::aggregate:
        return exists(node, row);
      case Kind::binary:
        return binary(node, table, row);
      default:
        ADD_FAILURE() << "a construct the reference does not know";
        return Truth::unknown;
    }
  }

 private:
  static Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }

  static Truth flipped(Truth value) {
    return value == Truth::unknown ? value : truth_of(value == Truth::no);
  }

  static Truth flag(const table::Column& column, std::size_t row) {
    return column.has(row) ? truth_of(column.codes[row] == 1) : Truth::unknown;
  }

  Truth exists(const Node& node, std::size_t person) const {
    const table::Table& records = *dataset_.find(node.table);
    bool doubtful = false;
    for (std::size_t row = 0; row < records.rows; ++row) {
      if (records.person[row] != person) {
        continue;
      }
      const Truth here = truth(*node.children[0], records, row);
      if (here == Truth::yes) {
        return here;
      }
      doubtful = doubtful || here == Truth::unknown;
    }
    return doubtful ? Truth::unknown : Truth::no;
  }

  Truth binary(const Node& node, const table::Table& table, std::size_t row) const {
    if (node.op == Op::and_ || node.op == Op::or_) {
      const Truth decisive = node.op == Op::and_ ? Truth::no : Truth::yes;
      const Truth left = truth(*node.children[0], table, row);
      const Truth right = truth(*node.children[1], table, row);
      if (left == decisive || right == decisive) {
        return decisive;
      }
      return left == Truth::unknown || right == Truth::unknown ? Truth::unknown : flipped(decisive);
    }
    if (node.children[0]->kind == Kind::call) {
      return age(node, table, row);
    }
    const table::Column& column = *table.find(node.children[0]->text);
    if (!column.has(row)) {
      return Truth::unknown;
    }
    return node.op == Op::in ? listed(node, column, row) : word(node, column, row);
  }

  // Tries every day the birth date may be.
  static Truth age(const Node& node, const table::Table& table, std::size_t row) {
    const table::Column& column = *table.find(node.children[0]->children[0]->text);
    if (!column.has(row)) {
      return Truth::unknown;
    }
    bool can = false;
    bool can_not = false;
    const base::DateRange& range = column.dates[row];
    for (base::Date day = range.first; day <= range.last; day = day.plus_days(1)) {
      const base::Ratio years(base::completed_years(day, as_of));
      (holds(node.op, years, node.children[1]->number) ? can : can_not) = true;
    }
    return can && can_not ? Truth::unknown : truth_of(can);
  }

  template <class T>
  static bool holds(Op op, const T& a, const T& b) {
    switch (op) {
      case Op::equal:
        return a == b;
      case Op::not_equal:
        return a != b;
      case Op::less:
        return a < b;
      case Op::less_equal:
        return a <= b;
      case Op::greater:
        return a > b;
      default:
        return a >= b;
    }
  }

  static Truth word(const Node& node, const table::Column& column, std::size_t row) {
    const int mine = column.codes[row];
    const int other = *column.field->codes->find_key(node.children[1]->text);
    return truth_of(holds(node.op, mine, other));
  }

  static Truth listed(const Node& node, const table::Column& column, std::size_t row) {
    for (const NodePtr& element : node.children[1]->children) {
      const auto wanted = *column.field->codes->find_key(element->text);
      const bool here = column.field->type == schema::Type::codes
                            ? (column.sets[row] >> wanted & 1U) != 0
                            : column.codes[row] == wanted;
      if (here) {
        return Truth::yes;
      }
    }
    return Truth::no;
  }

  const table::Dataset& dataset_;
};

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  template <class T>
  const T& of(const std::vector<T>& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::mt19937 random_;
};

const std::vector<std::string> comparisons = {"==", "!=", "<", "<=", ">", ">="};
const std::vector<std::string> grades = {
    "khong_hoan_thanh", "hoan_thanh", "hoan_thanh_tot", "hoan_thanh_xuat_sac"};

std::string leaf(Chance& chance, bool person) {
  if (!person) {
    return chance.below(2) == 0 ? "xep_loai " + chance.of(comparisons) + " " + chance.of(grades)
                                : "nam is none";
  }
  switch (chance.below(7)) {
    case 0:
      return "khoa_hoc_cong_nghe";
    case 1:
      return "trinh_do_chuyen_mon " + chance.of(comparisons) + " dai_hoc";
    case 2:
      return "gioi_tinh == nu";
    case 3:
      return "chuc_danh in [bi_thu, truong_phong]";
    case 4:
      return "dan_toc in [tay]";
    case 5:
      return "tuoi(ngay_sinh) " + chance.of(comparisons) + " " +
             std::to_string(40 + chance.below(4));
    default:
      return "ngay_sinh is none";
  }
}

std::string expression(Chance& chance, int depth, bool person) {
  switch (depth == 0 ? 0 : chance.below(5)) {
    case 1:
      return "(" + expression(chance, depth - 1, person) + " and " +
             expression(chance, depth - 1, person) + ")";
    case 2:
      return "(" + expression(chance, depth - 1, person) + " or " +
             expression(chance, depth - 1, person) + ")";
    case 3:
      return "not (" + expression(chance, depth - 1, person) + ")";
    case 4:
      return person ? "exists(danh_gia where " + expression(chance, depth - 1, false) + ")"
                    : leaf(chance, false);
    default:
      return leaf(chance, person);
  }
}

test::Values some_of(Chance& chance, const std::map<std::string, std::vector<std::string>>& from) {
  test::Values values;
  for (const auto& [key, choices] : from) {
    if (chance.below(4) != 0) {
      values[key] = chance.of(choices);
    }
  }
  return values;
}

Data random_data(Chance& chance) {
  Data data;
  const auto unit = data.unit("a", "xa");
  for (int i = 0; i < 40; ++i) {
    data.add("can_bo",
             unit,
             some_of(chance,
                     {{"khoa_hoc_cong_nghe", {"có", "không"}},
                      {"trinh_do_chuyen_mon", {"cao_dang", "dai_hoc", "thac_si"}},
                      {"gioi_tinh", {"nam", "nu"}},
                      {"chuc_danh", {"bi_thu", "bi_thu truong_phong", "chuyen_vien"}},
                      {"dan_toc", {"kinh", "tay"}},
                      {"ngay_sinh", {"1984", "9/1984", "30/9/1984", "01/10/1984", "1986"}}}));
  }
  data.supply("danh_gia");
  for (int i = 0; i < 60; ++i) {
    data.add("danh_gia",
             unit,
             some_of(chance, {{"xep_loai", grades}, {"nam", {"2026"}}}),
             chance.below(8) == 0 ? table::Table::no_person
                                  : static_cast<std::uint32_t>(chance.below(40)));
  }
  return data;
}

TEST(Evaluate, AgreesWithTheSlowReferenceOnRandomExpressions) {
  Context context;
  context.as_of = as_of;
  for (unsigned seed = 0; seed < 150; ++seed) {
    Chance chance(seed);
    const Data data = random_data(chance);
    const std::string text = expression(chance, 4, true);
    const schema::Table& can_bo = *project_schema().find("can_bo");
    const auto bound = bind_condition(text, project_schema(), can_bo, context);
    ASSERT_TRUE(bound) << text << ": " << bound.error().front().message;
    const std::vector<Truth> fast = evaluate(*bound, View(data.dataset));
    const auto tree = parse(text);
    const Slow slow(data.dataset);
    for (std::size_t row = 0; row < fast.size(); ++row) {
      ASSERT_EQ(fast[row], slow.truth(**tree, *data.dataset.find("can_bo"), row))
          << text << ", row " << row << ", seed " << seed;
    }
  }
}

}  // namespace
}  // namespace baocao::expr
