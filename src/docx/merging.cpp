#include "docx/merging.hpp"

#include "docx/insertion.hpp"
#include "docx/renderer.hpp"
#include "report/evaluate.hpp"

namespace baocao::docx {

struct Merging::State {
  explicit State(const MergeTarget& target)
      : merged{target, OutputStyles(target.styles), target.bookmarks, target.next_bookmark_id} {}

  tl::expected<MergedFile*, std::string> file(const std::string& name, Rendering& rendering);

  Merged merged;
  std::map<std::string, MergedFile> files;
};

std::optional<std::string> document_request(const report::Value& value) {
  const report::Value* file = value.find("docx");
  return file == nullptr ? std::nullopt : std::optional(report::printed(*file));
}

Merging::Merging(const MergeTarget& target) : target_(target) {}

Merging::~Merging() = default;

tl::expected<MergedBlocks, std::string> Merging::blocks_of(const std::string& name,
                                                           const std::string& part,
                                                           Rendering& rendering) {
  if (!state_) {
    state_ = std::make_unique<State>(target_);
  }
  return state_->file(name, rendering).map([&](MergedFile* file) {
    return Insertion(*file, state_->merged, rendering, part).run();
  });
}

std::optional<base::Bytes> Merging::styles() const {
  if (!state_) {
    return std::nullopt;
  }
  const OutputStyles& styles = state_->merged.styles;
  return styles.has_changed() ? std::optional(styles.xml()) : std::nullopt;
}

tl::expected<MergedFile*, std::string> Merging::State::file(const std::string& name,
                                                            Rendering& rendering) {
  if (const auto known = files.find(name); known != files.end()) {
    return &known->second;
  }
  if (!rendering.files) {
    return tl::unexpected<std::string>("ở đây không dùng được văn bản từ tệp");
  }
  const auto bytes = rendering.files(name);
  if (!bytes) {
    return tl::unexpected(bytes.error().message);
  }
  auto document = Subdocument::read(*bytes, name, merged.target.theme);
  if (!document) {
    return tl::unexpected(std::move(document.error()));
  }
  MergedFile& made = files.emplace(name, MergedFile{std::move(*document)}).first->second;
  made.numbered_styles = Styles(made.document.styles());
  made.styles = std::make_unique<StyleImport>(
      merged.styles,
      made.document,
      ListsOfStyles{
          [&made, &rendering](unsigned list) {
            return imported_list(made, rendering, list, made.lists_of_styles);
          },
          [&made, &rendering](unsigned list) { return lists_look_same(made, rendering, list); }});
  return &made;
}

}  // namespace baocao::docx
