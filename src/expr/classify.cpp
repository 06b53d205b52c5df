#include "expr/classify.hpp"

#include "expr/binder.hpp"
#include "expr/parser.hpp"


namespace baocao::expr {
namespace {

void classify(const std::vector<Truth>& truths, Classified& out) {
  out.classes = {{"co", "Có"}, {"khong", "Không"}};
  for (const Truth truth : truths) {
    out.single.push_back(truth == Truth::yes ? 0 : truth == Truth::no ? 1 : Word::none);
  }
}

}  // namespace

tl::expected<Classifier, std::vector<Fault>> bind_classes(std::string_view text,
                                                          const schema::Schema& schema,
                                                          const schema::Table& table,
                                                          const Context& context) {
  const auto tree = parse(text);
  if (!tree) {
    return tl::unexpected(
        std::vector<Fault>{{"E410", tree.error().where, tree.error().message, ""}});
  }
  std::vector<Fault> faults;
  std::set<std::size_t> needs;
  Classifier classifier;
  classifier.table = schema.index_of(table);
  Binder binder(schema, classifier.table, context, faults, needs);
  const Value value = binder.value(**tree);
  classifier.codes = value.codes;
  if (const auto* word = std::get_if<Ptr<Word>>(&value.operand); word && value.codes != nullptr) {
    classifier.root = *word;
  } else if (const auto* set = std::get_if<Ptr<WordSet>>(&value.operand)) {
    classifier.root = *set;
  } else if (const auto* truth = std::get_if<Ptr<Truth>>(&value.operand)) {
    classifier.root = *truth;
  } else if (faults.empty()) {
    faults.push_back({"E413",
                      (*tree)->where,
                      "chỗ này cần một giá trị có danh mục, hoặc có / không",
                      "số thì cần thêm các khoảng: [[bands]]"});
  }
  if (!faults.empty()) {
    return tl::unexpected(std::move(faults));
  }
  classifier.needs.assign(needs.begin(), needs.end());
  return classifier;
}

Classified evaluate(const Classifier& classifier, const View& view) {
  Frame frame(view);
  Classified out;
  if (classifier.codes != nullptr) {
    for (const schema::CodeWord& word : classifier.codes->words) {
      out.classes.push_back({word.key, word.label});
    }
  }
  if (const auto* words = std::get_if<Ptr<Word>>(&classifier.root)) {
    for (const Word word : evaluate_all(**words, frame, classifier.table)) {
      out.single.push_back(word.number);
    }
  } else if (const auto* sets = std::get_if<Ptr<WordSet>>(&classifier.root)) {
    out.sets = evaluate_all(**sets, frame, classifier.table);
  } else {
    classify(evaluate_all(*std::get<Ptr<Truth>>(classifier.root), frame, classifier.table), out);
  }
  return out;
}

}  // namespace baocao::expr
