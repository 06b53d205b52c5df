#include "docx/blocks.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

using Kind = StatementKind;

std::string_view end_word(bool is_loop) {
  return is_loop ? "endfor" : "endif";
}

class Matcher {
 public:
  Matcher(std::span<const Tag> tags, std::span<const Statement> statements, FaultLog& log)
      : tags_(tags), statements_(statements), log_(log) {}

  std::vector<Block> run() {
    for (std::uint32_t i = 0; i < tags_.size(); ++i) {
      take(i);
    }
    while (!open_.empty()) {
      close_unended(open_.back());
      open_.pop_back();
    }
    std::sort(done_.begin(), done_.end(), [](const Block& a, const Block& b) {
      return a.tags.front() < b.tags.front();
    });
    return std::move(done_);
  }

 private:
  void take(std::uint32_t i) {
    switch (statements_[i].kind) {
      case Kind::if_block:
      case Kind::for_block:
        open(i);
        break;
      case Kind::elif:
      case Kind::otherwise:
        middle(i);
        break;
      case Kind::endif:
        end(i, false);
        break;
      case Kind::endfor:
        end(i, true);
        break;
      default:
        break;
    }
  }

  void open(std::uint32_t i) {
    if (open_.size() == deepest_block) {
      log_.add(tags_[i],
               {.code = "T558",
                .message = "quá " + std::to_string(deepest_block) + " khối lồng nhau",
                .help = "bớt lồng các khối if và for"});
    }
    open_.push_back({{i}, statements_[i].kind == Kind::for_block});
  }

  void middle(std::uint32_t i) {
    const bool is_elif = statements_[i].kind == Kind::elif;
    if (open_.empty() || (is_elif && open_.back().is_loop)) {
      stray(i, is_elif ? "không có khối \"if\" nào đang mở" : "không có khối nào đang mở");
    } else if (statements_[open_.back().tags.back()].kind == Kind::otherwise) {
      stray(i, "khối này đã có \"else\" rồi");
    } else {
      open_.back().tags.push_back(i);
    }
  }

  void end(std::uint32_t i, bool is_loop) {
    const auto opened = std::find_if(
        open_.rbegin(), open_.rend(), [&](const Block& b) { return b.is_loop == is_loop; });
    if (opened == open_.rend()) {
      stray(i, is_loop ? "không có khối \"for\" nào đang mở" : "không có khối \"if\" nào đang mở");
      return;
    }
    // What was opened inside and has no end yet lacks one.
    for (auto inner = open_.rbegin(); inner != opened; ++inner) {
      close_unended(*inner);
    }
    open_.erase(opened.base(), open_.end());
    open_.back().tags.push_back(i);
    done_.push_back(std::move(open_.back()));
    open_.pop_back();
  }

  void stray(std::uint32_t i, std::string_view reason) {
    log_.add(tags_[i],
             {.code = "T556",
              .message = "thẻ " + tags_[i].text + " thừa: " + std::string(reason),
              .help = "xóa thẻ này hoặc thêm thẻ mở ở phía trước"});
  }

  void close_unended(const Block& block) {
    const Tag& opening = tags_[block.tags.front()];
    log_.add(opening,
             {.code = "T555",
              .message = "khối " + opening.text + " không có thẻ kết thúc",
              .help = "thêm {% " + std::string(end_word(block.is_loop)) + " %} vào cuối khối"});
  }

  std::span<const Tag> tags_;
  std::span<const Statement> statements_;
  FaultLog& log_;
  std::vector<Block> open_;
  std::vector<Block> done_;
};

}  // namespace

std::vector<Block> match_blocks(std::span<const Tag> tags,
                                std::span<const Statement> statements,
                                FaultLog& log) {
  return Matcher(tags, statements, log).run();
}

}  // namespace baocao::docx
