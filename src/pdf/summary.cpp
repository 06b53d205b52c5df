#include "pdf/summary.hpp"

#include "config/fields.hpp"
#include "pdf/block.hpp"
#include "pdf/fault.hpp"

#include <utility>
#include <vector>

namespace baocao::pdf {

struct Summary::State {
  TemplateText title;   // of the PDF file
  TemplateText footer;  // lower left corner of every page
  std::vector<ListedBlock> blocks;
};

Summary::Summary(std::unique_ptr<const State> state) : state_(std::move(state)) {}

Summary::Summary(Summary&&) noexcept = default;
Summary& Summary::operator=(Summary&&) noexcept = default;
Summary::~Summary() = default;

diag::Result<Summary> Summary::load(std::string_view toml,
                                    const std::string& file,
                                    diag::Sink& sink) {
  const auto root = config::parse(toml, file);
  if (!root) {
    sink.add(root.error());
    return diag::Failure(root.error());
  }
  auto state = std::make_unique<State>();
  diag::Sink faults;
  config::Fields fields(*root, file, file, faults);
  state->title = read_text(fields, "title");
  state->footer = read_optional_text(fields, "footer");
  for (const config::Node* block : fields.tables("block")) {
    state->blocks.push_back(read_block(*block, file, faults));
  }
  fields.finish();
  if (faults.has_errors()) {
    diag::Failure first(faults.all().front());
    sink.append(std::move(faults));
    return first;
  }
  sink.append(std::move(faults));
  return Summary(std::move(state));
}

diag::Result<base::Bytes> Summary::render(const report::Value& model,
                                          const FontFiles& fonts) const {
  try {
    Evaluation values(model, fonts.set());
    std::vector<ElementPtr> elements;
    for (const ListedBlock& listed : state_->blocks) {
      if (!listed.when || values.holds(*listed.when)) {
        elements.push_back(listed.block->element(values));
      }
    }
    Document document(fonts.set(), values.text(state_->title));
    Flow flow(document, a4_portrait);
    lay_out(elements, flow);
    flow.write_footers(values.text(state_->footer));
    return document.finish();
  } catch (const RenderFault& fault) {
    return diag::Failure(fault.diagnostic());
  }
}

}  // namespace baocao::pdf
