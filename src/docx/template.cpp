#include "docx/template.hpp"

#include "docx/compiler.hpp"
#include "docx/parts.hpp"
#include "docx/renderer.hpp"
#include "docx/xml_tree.hpp"
#include "package/packer.hpp"
#include "package/zip_writer.hpp"

#include <algorithm>
#include <optional>

namespace baocao::docx {
namespace {

Styles read_styles(const std::vector<Part>& parts, const std::string& file) {
  const auto part = std::find_if(
      parts.begin(), parts.end(), [](const Part& p) { return p.role == Part::Role::styles; });
  if (part == parts.end()) {
    return {};
  }
  // Styles only help to name places; a part that cannot be read is copied as it is.
  const auto tree = parse_tree(part->bytes, file, part->name);
  return tree ? Styles((*tree)->document_element()) : Styles();
}

}  // namespace

struct Template::State {
  struct CompiledPart {
    std::string name;
    package::PackedBytes bytes;  // as it stands, when there is no tape
    std::optional<Tape> tape;
  };

  std::string file;
  std::vector<CompiledPart> parts;  // in the order of the package
  std::uint64_t next_drawing_id = 1;
};

Template::Template(std::unique_ptr<const State> state) : state_(std::move(state)) {}

Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;
Template::~Template() = default;

diag::Result<Template> Template::compile(base::ByteView docx,
                                         const std::string& file,
                                         diag::Sink& sink) {
  auto parts = load_parts(docx, file);
  if (!parts) {
    sink.add(parts.error());
    return tl::unexpected(std::move(parts.error()));
  }
  const Styles styles = read_styles(*parts, file);
  auto state = std::make_unique<State>();
  state->file = file;
  diag::Sink faults;
  for (Part& part : *parts) {
    State::CompiledPart compiled{part.name, {}, std::nullopt};
    if (part.role == Part::Role::story || part.role == Part::Role::plain) {
      const bool has_paragraphs = part.role == Part::Role::story;
      compiled.tape = compile_part({file, part.name, part.bytes, has_paragraphs}, styles, faults);
    }
    if (compiled.tape) {
      state->next_drawing_id =
          std::max(state->next_drawing_id, compiled.tape->largest_drawing_id + 1);
    } else {
      compiled.bytes = package::packed(part.bytes);
    }
    state->parts.push_back(std::move(compiled));
  }
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return Template(std::move(state));
}

diag::Result<base::Bytes> Template::render(const report::Value& model,
                                           const RenderOptions& options,
                                           diag::Sink& sink) const {
  diag::Sink faults;
  Rendering rendering{.file = state_->file,
                      .model = model,
                      .lenient = options.lenient,
                      .sink = faults,
                      .most_steps = options.most_steps,
                      .next_drawing_id = state_->next_drawing_id};
  package::ZipWriter zip;
  for (const State::CompiledPart& part : state_->parts) {
    if (part.tape) {
      package::Packer packer;
      docx::render(*part.tape, rendering, packer);
      zip.add(part.name, packer.finish());
    } else {
      zip.add(part.name, part.bytes);
    }
  }
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return zip.finish();
}

}  // namespace baocao::docx
