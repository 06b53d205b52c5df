#include "docx/blocks.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

using Kind = StatementKind;

struct Words {
  Kind begin;
  std::string_view begin_word;
  Kind end;
  std::string_view end_word;
};

constexpr std::array<Words, 5> block_words{
    {{Kind::if_block, "if", Kind::endif, "endif"},
     {Kind::for_block, "for", Kind::endfor, "endfor"},
     {Kind::with, "with", Kind::endwith, "endwith"},
     {Kind::set_block, "set", Kind::endset, "endset"},
     {Kind::section, "section", Kind::endsection, "endsection"}}};

const Words* beginning_with(Kind kind) {
  const auto at = std::find_if(
      block_words.begin(), block_words.end(), [&](const Words& w) { return w.begin == kind; });
  return at == block_words.end() ? nullptr : &*at;
}

const Words* ending_with(Kind kind) {
  const auto at = std::find_if(
      block_words.begin(), block_words.end(), [&](const Words& w) { return w.end == kind; });
  return at == block_words.end() ? nullptr : &*at;
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
    const Kind kind = statements_[i].kind;
    const bool is_statement = tags_[i].kind == TagKind::statement;
    if (tags_[i].kind == TagKind::broken || (is_statement && kind == Kind::unknown)) {
      unreadable_.push_back(i);
    } else if (beginning_with(kind) != nullptr) {
      open(i);
    } else if (const Words* words = ending_with(kind)) {
      end(i, *words);
    } else if (kind == Kind::elif || kind == Kind::otherwise) {
      middle(i);
    }
  }

  void open(std::uint32_t i) {
    if (open_.size() == deepest_block) {
      log_.add(tags_[i],
               {.code = "T558",
                .message = "quá " + std::to_string(deepest_block) + " khối lồng nhau",
                .help = "bớt lồng các khối if và for"});
    }
    open_.push_back({{i}, statements_[i].kind});
  }

  void middle(std::uint32_t i) {
    const bool is_elif = statements_[i].kind == Kind::elif;
    const Kind around = open_.empty() ? Kind::unknown : open_.back().kind;
    if (around != Kind::if_block && (is_elif || around != Kind::for_block)) {
      stray(i, is_elif ? "không có khối \"if\" nào đang mở" : "không có khối nào đang mở");
    } else if (statements_[open_.back().tags.back()].kind == Kind::otherwise) {
      stray(i, "khối này đã có \"else\" rồi");
    } else {
      open_.back().tags.push_back(i);
    }
  }

  void end(std::uint32_t i, const Words& words) {
    const auto opened = std::find_if(
        open_.rbegin(), open_.rend(), [&](const Block& b) { return b.kind == words.begin; });
    if (opened == open_.rend()) {
      stray(i, "không có khối \"" + std::string(words.begin_word) + "\" nào đang mở");
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

  // A tag that could not be read may have been the other end: it has its fault already.
  bool lacks_unreadable(std::uint32_t from, std::uint32_t to) {
    const auto at = std::find_if(unreadable_.begin(), unreadable_.end(), [&](std::uint32_t tag) {
      return tag >= from && tag < to;
    });
    if (at == unreadable_.end()) {
      return false;
    }
    unreadable_.erase(at);
    return true;
  }

  void stray(std::uint32_t i, std::string_view reason) {
    if (lacks_unreadable(0, i)) {
      return;
    }
    log_.add(tags_[i],
             {.code = "T556",
              .message = "thẻ " + tags_[i].text + " thừa: " + std::string(reason),
              .help = "xóa thẻ này hoặc thêm thẻ mở ở phía trước"});
  }

  void close_unended(const Block& block) {
    if (lacks_unreadable(block.tags.front(), static_cast<std::uint32_t>(tags_.size()))) {
      return;
    }
    const Tag& opening = tags_[block.tags.front()];
    log_.add(opening,
             {.code = "T555",
              .message = "khối " + opening.text + " không có thẻ kết thúc",
              .help = "thêm {% " + std::string(beginning_with(block.kind)->end_word) +
                      " %} vào cuối khối"});
  }

  std::span<const Tag> tags_;
  std::span<const Statement> statements_;
  FaultLog& log_;
  std::vector<std::uint32_t> unreadable_;  // tags, each good for one missing end
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
