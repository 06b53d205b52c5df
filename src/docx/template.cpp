#include "docx/template.hpp"

#include "docx/additions.hpp"
#include "docx/compiler.hpp"
#include "docx/fields.hpp"
#include "docx/numbering.hpp"
#include "docx/parts.hpp"
#include "docx/renderer.hpp"
#include "docx/xml_tree.hpp"
#include "package/packer.hpp"
#include "package/zip_writer.hpp"

#include <algorithm>
#include <optional>
#include <set>

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
    Part::Role role = Part::Role::other;
    package::PackedBytes bytes = {};  // as it stands, when there is no tape
    base::Bytes plain = {};           // the same, of the parts that rendering may add to
    std::optional<Tape> tape = {};
  };

  std::string file;
  std::vector<CompiledPart> parts;  // in the order of the package
  Numbering numbering;
  std::uint64_t next_drawing_id = 1;

  std::vector<package::PackedBytes> render_parts(Rendering& rendering) const;
  void add(const CompiledPart& part,
           const Rendering& rendering,
           std::set<std::string>& with_relations,
           package::ZipWriter& zip) const;
  base::Bytes package_of(std::vector<package::PackedBytes> rendered,
                         const Rendering& rendering) const;
};

namespace {

using CompiledPart = Template::State::CompiledPart;

constexpr std::string_view types_part = "[Content_Types].xml";

bool may_be_added_to(std::string_view name) {
  return name == types_part || name.ends_with(".rels");
}

bool is_notes(Part::Role role) {
  return role == Part::Role::footnotes || role == Part::Role::endnotes;
}

bool has_notes(const std::vector<Part>& parts) {
  return std::any_of(
      parts.begin(), parts.end(), [](const Part& part) { return is_notes(part.role); });
}

// `always`: stories get a tape even without tags, because notes are numbered anew.
CompiledPart compiled_part(
    Part& part, bool always, const std::string& file, const Styles& styles, diag::Sink& faults) {
  CompiledPart compiled{.name = part.name, .role = part.role};
  const bool story = part.role == Part::Role::story || is_notes(part.role);
  if (story || part.role == Part::Role::plain) {
    compiled.tape =
        compile_part({file, part.name, part.bytes, story, always && story}, styles, faults);
  }
  if (compiled.tape) {
    const bool is_end = part.role == Part::Role::endnotes;
    compiled.tape->note_kind = is_end ? NoteKind::endnotes : NoteKind::footnotes;
  } else {
    compiled.bytes = package::packed(part.bytes);
  }
  if (may_be_added_to(part.name)) {
    compiled.plain = part.bytes;
  }
  return compiled;
}

// Lists, and the field of contents, whose pages may change with the values.
void read_tables(std::vector<Part>& parts, Template::State& state) {
  const bool has_contents =
      std::any_of(state.parts.begin(), state.parts.end(), [](const CompiledPart& part) {
        return part.tape && part.tape->has_contents;
      });
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].role == Part::Role::numbering) {
      state.numbering = Numbering(std::move(parts[i].bytes));
    } else if (parts[i].role == Part::Role::settings && has_contents) {
      state.parts[i].bytes = package::packed(with_updated_fields(parts[i].bytes));
    }
  }
}

}  // namespace

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
  const bool always = has_notes(*parts);
  auto state = std::make_unique<State>();
  state->file = file;
  diag::Sink faults;
  for (Part& part : *parts) {
    state->parts.push_back(compiled_part(part, always, file, styles, faults));
    const CompiledPart& compiled = state->parts.back();
    const std::uint64_t largest = compiled.tape ? compiled.tape->largest_drawing_id : 0;
    state->next_drawing_id = std::max(state->next_drawing_id, largest + 1);
  }
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  read_tables(*parts, *state);
  return Template(std::move(state));
}

// Notes are written while the document is, so their parts come last.
std::vector<package::PackedBytes> Template::State::render_parts(Rendering& rendering) const {
  for (const CompiledPart& part : parts) {
    if (part.tape && is_notes(part.role)) {
      rendering.notes[part.tape->note_kind] = {&*part.tape, part.tape->largest_note_id};
    }
  }
  std::vector<package::PackedBytes> rendered(parts.size());
  for (const bool notes : {false, true}) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const CompiledPart& part = parts[i];
      if (!part.tape || is_notes(part.role) != notes) {
        continue;
      }
      package::Packer packer;
      if (notes) {
        render_notes(rendering.notes[part.tape->note_kind], rendering, packer);
      } else {
        docx::render(*part.tape, rendering, packer);
      }
      rendered[i] = packer.finish();
    }
  }
  return rendered;
}

// A part without a tape. `with_relations`: the relationships that are still to be written.
void Template::State::add(const CompiledPart& part,
                          const Rendering& rendering,
                          std::set<std::string>& with_relations,
                          package::ZipWriter& zip) const {
  const Additions& additions = rendering.additions;
  const auto relations =
      std::find_if(with_relations.begin(), with_relations.end(), [&](const std::string& name) {
        return relationships_name(name) == part.name;
      });
  if (relations != with_relations.end()) {
    zip.add(part.name, additions.relationships(*relations, part.plain));
    with_relations.erase(relations);
  } else if (part.name == types_part && !additions.empty()) {
    zip.add(part.name, additions.content_types(part.plain));
  } else if (part.role == Part::Role::numbering && !rendering.lists.started_again().empty()) {
    zip.add(part.name, numbering.with_lists(rendering.lists.started_again()));
  } else {
    zip.add(part.name, part.bytes);
  }
}

base::Bytes Template::State::package_of(std::vector<package::PackedBytes> rendered,
                                        const Rendering& rendering) const {
  std::set<std::string> with_relations = rendering.additions.parts();
  package::ZipWriter zip;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].tape) {
      zip.add(parts[i].name, std::move(rendered[i]));
    } else {
      add(parts[i], rendering, with_relations, zip);
    }
  }
  for (const std::string& name : with_relations) {
    zip.add(relationships_name(name), rendering.additions.relationships(name, ""));
  }
  for (const Additions::Medium& medium : rendering.additions.media()) {
    zip.add(medium.name, medium.bytes);
  }
  return zip.finish();
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
                      .next_drawing_id = state_->next_drawing_id,
                      .lists = RunningLists(state_->numbering),
                      .files = options.files};
  std::vector<package::PackedBytes> rendered = state_->render_parts(rendering);
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return state_->package_of(std::move(rendered), rendering);
}

}  // namespace baocao::docx
