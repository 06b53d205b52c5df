// Small Word files made from XML, and what can be read out of the rendered ones.
#pragma once

#include "base/bytes.hpp"
#include "docx/template.hpp"
#include "package/zip_reader.hpp"
#include "package/zip_writer.hpp"
#include "report/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

inline std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
         "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

inline std::string paragraph_of(const std::string& runs) {
  return "<w:p>" + runs + "</w:p>";
}

inline std::string p(const std::string& text) {
  return paragraph_of(run(text));
}

inline std::string heading(const std::string& text) {
  return "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" + run(text) + "</w:p>";
}

inline std::string cell(const std::string& content) {
  return "<w:tc><w:tcPr/>" + content + "</w:tc>";
}

inline std::string row(const std::vector<std::string>& texts) {
  std::string out = "<w:tr>";
  for (const std::string& text : texts) {
    out += cell(p(text));
  }
  return out + "</w:tr>";
}

inline std::string table(const std::vector<std::string>& rows) {
  std::string out = "<w:tbl><w:tblPr/><w:tblGrid/>";
  for (const std::string& each : rows) {
    out += each;
  }
  return out + "</w:tbl>";
}

inline constexpr std::string_view namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

struct ExtraPart {
  std::string name;
  std::string type;  // end of its content type: "header"; empty: none of its own
  std::string xml;
};

// The style Heading1 is built on one that is a heading.
inline ExtraPart styles() {
  return {"word/styles.xml",
          "styles",
          "<w:styles" + std::string(namespaces) +
              "><w:style w:styleId=\"Muc\"><w:name w:val=\"heading 1\"/></w:style><w:style "
              "w:styleId=\"Heading1\"><w:basedOn w:val=\"Muc\"/></w:style></w:styles>"};
}

// With just these parts besides the body.
inline base::Bytes word_file_of(const std::string& body, const std::vector<ExtraPart>& extra) {
  const std::string types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  std::string overrides;
  package::ZipWriter zip;
  for (const ExtraPart& part : extra) {
    overrides += part.type.empty() ? ""
                                   : "<Override PartName=\"/" + part.name + "\" ContentType=\"" +
                                         types + part.type + "+xml\"/>";
  }
  zip.add("[Content_Types].xml",
          "<?xml version=\"1.0\"?><Types "
          "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
          "PartName=\"/word/document.xml\" ContentType=\"" +
              types + "document.main+xml\"/>" + overrides + "</Types>");
  zip.add("word/document.xml",
          "<?xml version=\"1.0\"?><w:document" + std::string(namespaces) + "><w:body>" + body +
              "</w:body></w:document>");
  for (const ExtraPart& part : extra) {
    zip.add(part.name, part.xml);
  }
  zip.add("docProps/core.xml", "<core>không đổi {{ x }}</core>");
  return zip.finish();
}

inline base::Bytes word_file(const std::string& body, std::vector<ExtraPart> extra = {}) {
  extra.push_back(styles());
  return word_file_of(body, extra);
}

inline std::string part_of(const base::Bytes& docx, const std::string& name) {
  const auto zip = package::ZipReader::open(docx, "ket-qua.docx");
  return zip ? zip->read(name).value_or("") : "";
}

// Paragraphs end in "¶", cells in "|", rows in "/", a line break is "↵" and a tab "→".
inline std::string text_of_xml(std::string_view xml) {
  static const std::vector<std::pair<std::string_view, std::string_view>> signs{{"</w:p>", "¶"},
                                                                                {"<w:p/>", "¶"},
                                                                                {"</w:tc>", "|"},
                                                                                {"</w:tr>", "/"},
                                                                                {"<w:br/>", "↵"},
                                                                                {"<w:tab/>", "→"}};
  std::string out;
  while (!xml.empty()) {
    const std::size_t end = xml.front() == '<' ? xml.find('>') + 1 : xml.find('<');
    const std::string_view piece = xml.substr(0, end);
    xml.remove_prefix(piece.size());
    if (piece.front() != '<') {
      out += piece == "\n" ? "" : piece;
      continue;
    }
    for (const auto& [tag, sign] : signs) {
      out += tag == piece ? sign : "";
    }
  }
  return out;
}

struct Outcome {
  std::string xml;   // of word/document.xml; empty when there were errors
  std::string text;  // see text_of_xml
  std::vector<diag::Diagnostic> faults;
  base::Bytes docx;
};

inline Outcome rendered(const base::Bytes& file,
                        const report::Value& model,
                        const RenderOptions& options = {}) {
  diag::Sink sink;
  Outcome outcome;
  const auto compiled = Template::compile(file, "mau.docx", sink);
  if (compiled) {
    if (auto docx = compiled->render(model, options, sink)) {
      outcome.docx = std::move(*docx);
      outcome.xml = part_of(outcome.docx, "word/document.xml");
      outcome.text = text_of_xml(outcome.xml);
    }
  }
  outcome.faults = sink.all();
  return outcome;
}

inline Outcome rendered_body(const std::string& body, const report::Value& model) {
  return rendered(word_file(body), model);
}

inline std::string text(const std::string& body, const report::Value& model) {
  return rendered_body(body, model).text;
}

}  // namespace baocao::docx
