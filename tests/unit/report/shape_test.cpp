#include "report/shape.hpp"

#include <gtest/gtest.h>

namespace baocao::report {
namespace {

TEST(Shape, OfAListUnitesItsItems) {
  const ShapePtr shape =
      shape_of(List{Map{{"a", 1}}, Map{{"b", "x"}, {"a", Value()}}, Map{{"a", "chữ"}}});
  ASSERT_TRUE(shape && shape->items);
  const ShapePtr& item = shape->items;
  ASSERT_NE(item->member("a"), nullptr);
  EXPECT_TRUE((*item->member("a"))->may_be(Value::Type::number));
  EXPECT_TRUE((*item->member("a"))->may_be(Value::Type::string));
  ASSERT_NE(item->member("b"), nullptr);
  EXPECT_TRUE((*item->member("b"))->is_only(Value::Type::string));
  EXPECT_EQ(item->member("c"), nullptr);
}

TEST(Shape, OfNothingIsUnknown) {
  EXPECT_EQ(shape_of(Value()), nullptr);
  EXPECT_EQ(shape_of(List{})->items, nullptr);
}

TEST(Shape, HasAnExampleWithAllItsMembers) {
  const Value example = example_of(shape_of(List{Map{{"a", 1}}, Map{{"b", Value()}}}));
  ASSERT_NE(example.list(), nullptr);
  ASSERT_EQ(example.list()->size(), 1U);
  const Value& item = example.list()->front();
  ASSERT_NE(item.find("a"), nullptr);
  EXPECT_NE(item.find("a")->number(), nullptr);
  ASSERT_NE(item.find("b"), nullptr);
  EXPECT_TRUE(item.find("b")->is_none());
}

}  // namespace
}  // namespace baocao::report
