#include "input/xlsx/part.hpp"

#include "input/limits.hpp"
#include "input/xlsx/scanner.hpp"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <expat.h>

namespace baocao::input::xlsx {
namespace {

diag::Diagnostic dangerous(std::string what) {
  return {.code = "F206",
          .message = "tệp có cấu trúc không an toàn: " + std::move(what),
          .help = "không dùng tệp này; xin lại bản gốc hoặc mở bằng Excel rồi lưu thành tệp mới"};
}

// Drives one handler through one part.
class Parser {
 public:
  explicit Parser(PartHandler& handler)
      : parser_(XML_ParserCreate(nullptr), &XML_ParserFree), handler_(handler) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &on_start, &on_end);
    XML_SetCharacterDataHandler(parser_.get(), &on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &on_doctype);
  }

  bool feed(base::ByteView piece) {
    fed_ += static_cast<std::int64_t>(piece.size());
    parse(piece, false);
    const std::int64_t pending = fed_ - XML_GetCurrentByteIndex(parser_.get());
    if (!fault_ && pending > static_cast<std::int64_t>(max_token_bytes)) {
      fault_ = over_limit("một thẻ XML quá dài", {});
    }
    return !fault_;
  }

  std::optional<diag::Diagnostic> finish() {
    if (!fault_) {
      parse({}, true);
    }
    return std::move(fault_);
  }

 private:
  void parse(base::ByteView piece, bool last) {
    const XML_Status status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (status == XML_STATUS_ERROR && !fault_) {
      fault_ = damaged("XML sai ở dòng " + std::to_string(XML_GetCurrentLineNumber(parser_.get())));
    }
  }

  void stop(diag::Diagnostic fault) {
    if (!fault_) {
      fault_ = std::move(fault);
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  void stop_when_refused() {
    if (handler_.refusal()) {
      stop(*handler_.refusal());
    }
  }

  static Parser& self(void* data) { return *static_cast<Parser*>(data); }

  static void on_start(void* data, const char* name, const char** attributes) {
    Parser& parser = self(data);
    if (++parser.depth_ > max_depth) {
      parser.stop(dangerous("các thẻ XML lồng nhau quá sâu"));
      return;
    }
    parser.attributes_.clear();
    for (; *attributes != nullptr; attributes += 2) {
      parser.attributes_.push_back({attributes[0], local_name(attributes[0]), attributes[1]});
    }
    parser.handler_.start(local_name(name), Attributes(parser.attributes_));
    parser.stop_when_refused();
  }

  static void on_end(void* data, const char* name) {
    Parser& parser = self(data);
    --parser.depth_;
    if (!parser.fault_) {
      parser.handler_.end(local_name(name));
      parser.stop_when_refused();
    }
  }

  static void on_text(void* data, const char* text, int size) {
    Parser& parser = self(data);
    if (!parser.fault_) {
      parser.handler_.text({text, static_cast<std::size_t>(size)});
      parser.stop_when_refused();
    }
  }

  // Entities can blow up or name other files; no workbook needs a DOCTYPE (ECMA-376, Part
  // 2, 9.1.4).
  static void on_doctype(void* data, const char*, const char*, const char*, int) {
    self(data).stop(dangerous("có khai báo DOCTYPE"));
  }

  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  PartHandler& handler_;
  std::optional<diag::Diagnostic> fault_;
  std::vector<Attribute> attributes_;
  std::int64_t fed_ = 0;
  int depth_ = 0;
};

diag::Failure refusal(const Source& source, const std::string& part, diag::Diagnostic fault) {
  fault.span.file = source.file;
  fault.span.part = part;
  return diag::Failure(std::move(fault));
}

}  // namespace

bool Attributes::is_true(std::string_view name) const {
  const std::string_view value = (*this)[name];
  return value == "1" || value == "true";
}

void PartHandler::refuse(diag::Diagnostic diagnostic) {
  if (!refusal_) {
    refusal_ = std::move(diagnostic);
  }
}

diag::Result<void> parse_part(const Source& source, const std::string& part, PartHandler& handler) {
  Parser parser(handler);
  auto streamed = source.zip.stream(part, [&](base::ByteView piece) { return parser.feed(piece); });
  if (!streamed) {
    return streamed;
  }
  if (std::optional<diag::Diagnostic> fault = parser.finish()) {
    return refusal(source, part, std::move(*fault));
  }
  return {};
}

diag::Result<void> read_large_part(const Source& source,
                                   const std::string& part,
                                   const std::function<PartHandler&()>& fresh) {
  if (source.front == Front::expat) {
    return parse_part(source, part, fresh());
  }
  PartHandler& handler = fresh();
  Scanner scanner(handler);
  auto streamed =
      source.zip.stream(part, [&](base::ByteView piece) { return scanner.feed(piece); });
  if (!streamed) {
    return streamed;
  }
  switch (scanner.finish()) {
    case Scanner::State::refused:
      return refusal(source, part, *handler.refusal());
    case Scanner::State::unfamiliar:
      return parse_part(source, part, fresh());
    case Scanner::State::reading:
      break;
  }
  return {};
}

diag::Diagnostic damaged(std::string what, diag::Span span) {
  return {.code = "F205",
          .message = "nội dung bên trong tệp bị hỏng: " + std::move(what),
          .help = "mở tệp bằng Excel rồi lưu lại; nếu Excel báo lỗi, xin lại bản gốc",
          .span = std::move(span)};
}

}  // namespace baocao::input::xlsx
