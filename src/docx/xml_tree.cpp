#include "docx/xml_tree.hpp"

namespace baocao::docx {
namespace {

diag::Failure refused(diag::Code code,
                      const std::string& file,
                      const std::string& part,
                      std::string message) {
  diag::Diagnostic fault{
      .code = code, .message = std::move(message), .help = "mở tệp bằng Word, lưu lại rồi thử lại"};
  fault.span.file = file;
  fault.span.part = part;
  return diag::Failure(std::move(fault));
}

// Later steps go through the tree by recursion, so its depth is measured without.
class DepthMeter : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& /*node*/) override { return depth() < deepest_element; }
};

}  // namespace

diag::Result<Tree> parse_tree(base::ByteView xml,
                              const std::string& file,
                              const std::string& part) {
  if (xml.size() > largest_part) {
    return refused("T503", file, part, "phần này của tệp Word lớn quá 64 MB sau khi giải nén");
  }
  auto tree = std::make_unique<pugi::xml_document>();
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result =
      tree->load_buffer(xml.data(), xml.size(), options & ~pugi::parse_wconv_attribute);
  if (!result) {
    return refused(
        "T502",
        file,
        part,
        "phần này của tệp Word bị hỏng (XML sai ở byte " + std::to_string(result.offset) + ")");
  }
  DepthMeter meter;
  if (!tree->traverse(meter)) {
    return refused("T503", file, part, "phần này của tệp Word lồng nhau quá sâu");
  }
  return tree;
}

}  // namespace baocao::docx
