#include "input/xlsx/workbook.hpp"

#include "input/xlsx/relationships.hpp"

namespace baocao::input::xlsx {
namespace {

class RootHandler : public PartHandler {
 public:
  void start(std::string_view name, const Attributes& /*attributes*/) override {
    root_ = root_.empty() ? name : root_;
  }

  bool is_workbook() const { return root_ == "workbook"; }

 private:
  std::string root_;
};

class Handler : public PartHandler {
 public:
  explicit Handler(Workbook& out) : out_(out) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "sheet") {
      const std::string_view state = attributes["state"];
      out_.sheets.push_back({std::string(attributes["name"]),
                             std::string(attributes["id"]),
                             state == "hidden" || state == "veryHidden"});
    } else if (name == "workbookPr") {
      out_.date1904 = attributes.is_true("date1904");
    } else if (name == "calcPr") {
      out_.computes_on_load = attributes.is_true("fullCalcOnLoad");
    }
  }

 private:
  Workbook& out_;
};

bool is_xml(std::string_view part) {
  return part.ends_with(".xml");
}

}  // namespace

diag::Result<std::optional<std::string>> find_workbook(const Source& source) {
  auto relationships = Relationships::of(source, "");
  if (!relationships) {
    return diag::Failure(std::move(relationships.error()));
  }
  const Relationship* document = relationships->with_type("officeDocument");
  const std::string part = document != nullptr ? document->target : "xl/workbook.xml";
  if (!source.zip.contains(part) || !is_xml(part)) {
    return std::nullopt;
  }
  RootHandler handler;
  if (auto parsed = parse_part(source, part, handler); !parsed) {
    return diag::Failure(std::move(parsed.error()));
  }
  return handler.is_workbook() ? std::optional(part) : std::nullopt;
}

diag::Result<Workbook> read_workbook(const Source& source, const std::string& part) {
  Workbook workbook;
  Handler handler(workbook);
  if (auto parsed = parse_part(source, part, handler); !parsed) {
    return diag::Failure(std::move(parsed.error()));
  }
  return workbook;
}

}  // namespace baocao::input::xlsx
