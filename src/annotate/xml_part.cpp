#include "annotate/xml_part.hpp"

namespace baocao::annotate {
namespace {

class Collector : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    bytes.append(static_cast<const char*>(data), size);
  }

  base::Bytes bytes;
};

void give_prefix(pugi::xml_node node, const std::string& prefix) {
  if (node.type() != pugi::node_element) {
    return;
  }
  node.set_name((prefix + node.name()).c_str());
  for (const pugi::xml_node inner : node.children()) {
    give_prefix(inner, prefix);
  }
}

}  // namespace

diag::Result<XmlPart> XmlPart::parse(base::ByteView xml,
                                     const std::string& file,
                                     const std::string& part) {
  XmlPart parsed;
  parsed.document_ = std::make_unique<pugi::xml_document>();
  constexpr unsigned options = pugi::parse_full | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result =
      parsed.document_->load_buffer(xml.data(), xml.size(), options);
  if (!result || parsed.root().empty()) {
    return diag::Failure(cannot_edit(file, part, "XML sai"));
  }
  const std::string_view name = parsed.root().name();
  const std::size_t colon = name.find(':');
  parsed.prefix_ = colon == std::string_view::npos ? "" : std::string(name.substr(0, colon + 1));
  // The tree is written as UTF-8, whatever it was read from.
  for (pugi::xml_node node : parsed.document_->children()) {
    if (node.type() == pugi::node_declaration && node.attribute("encoding")) {
      node.attribute("encoding").set_value("UTF-8");
    }
  }
  return parsed;
}

pugi::xml_node XmlPart::append(pugi::xml_node parent, std::string_view name) const {
  return parent.append_child((prefix_ + std::string(name)).c_str());
}

std::unique_ptr<pugi::xml_document> XmlPart::fragment(std::string_view fragment) const {
  auto document = std::make_unique<pugi::xml_document>();
  document->load_buffer(fragment.data(), fragment.size(), pugi::parse_full);
  give_prefix(document->document_element(), prefix_);
  return document;
}

base::Bytes XmlPart::text() const {
  Collector out;
  document_->save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(out.bytes);
}

std::string spreadsheet_namespace(bool strict) {
  return strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

std::string relationship_type(bool strict, std::string_view kind) {
  return (strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                 : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/") +
         std::string(kind);
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

pugi::xml_node child(pugi::xml_node parent, std::string_view local) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_element && local_name(node) == local) {
      return node;
    }
  }
  return {};
}

std::string text_of(pugi::xml_node node) {
  std::string text = node.value();
  for (const pugi::xml_node inner : node.children()) {
    text += text_of(inner);
  }
  return text;
}

std::string written(pugi::xml_node node) {
  Collector out;
  node.print(out, "", pugi::format_raw);
  return std::move(out.bytes);
}

diag::Diagnostic cannot_edit(const std::string& file, const std::string& part, std::string why) {
  return {.code = "X711",
          .message = "không đánh dấu được vào tệp này: " + std::move(why),
          .help = "mở tệp bằng Excel, lưu thành tệp .xlsx mới rồi kiểm tra lại",
          .span = {.file = file, .part = part}};
}

}  // namespace baocao::annotate
