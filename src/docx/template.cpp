#include "docx/template.hpp"

#include "docx/additions.hpp"
#include "docx/compiler.hpp"
#include "docx/fields.hpp"
#include "docx/template_state.hpp"
#include "docx/xml_tree.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

using CompiledPart = Template::State::CompiledPart;

bool may_be_added_to(std::string_view name) {
  return name == types_part || name.ends_with(".rels");
}

bool is_main(const Part& part) {
  return part.role == Part::Role::story && part.type.ends_with(".main+xml");
}

bool has_notes(const std::vector<Part>& parts) {
  return std::any_of(
      parts.begin(), parts.end(), [](const Part& part) { return is_notes(part.role); });
}

// What the parts of one template share while they are compiled.
struct Surroundings {
  const std::string& file;
  Styles styles;
  bool always = false;  // stories get a tape even without tags: their notes are numbered anew
  std::map<std::string, Links> links;
  diag::Sink faults = {};
};

CompiledPart compiled_part(Part& part, Surroundings& around) {
  CompiledPart compiled{.name = part.name, .role = part.role};
  const bool story = part.role == Part::Role::story || is_notes(part.role);
  if (story || part.role == Part::Role::plain) {
    compiled.tape = compile_part({around.file,
                                  part.name,
                                  part.bytes,
                                  story,
                                  around.always && story,
                                  around.links[part.name]},
                                 around.styles,
                                 around.faults);
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

void compile_charts(ChartTemplates charts, Surroundings& around, Template::State& state) {
  for (auto& [key, chart] : charts) {
    auto tape = compile_part({around.file, chart.chart.name, chart.chart.bytes, false, false},
                             around.styles,
                             around.faults);
    state.charts.emplace(key, CompiledChart{std::move(chart), std::move(tape)});
  }
}

// Before the bytes of the parts are moved away.
void read_merge_target(const std::vector<Part>& parts, Template::State& state) {
  for (const Part& part : parts) {
    state.next_addition = std::max(state.next_addition, first_free_number(part.name));
    if (part.name.ends_with(".rels")) {
      state.next_addition = std::max(state.next_addition, first_free_number(part.bytes));
    } else if (part.role == Part::Role::styles) {
      state.merge_target.styles = part.bytes;
    } else if (part.type.ends_with("theme+xml")) {
      state.merge_target.theme = part.bytes;
    } else if (is_main(part)) {
      state.main = part.name;
    }
  }
}

// What no other part may use again.
void take_ids(const Tape& tape, Template::State& state) {
  state.next_drawing_id = std::max(state.next_drawing_id, tape.largest_drawing_id + 1);
  MergeTarget& target = state.merge_target;
  target.next_bookmark_id = std::max(target.next_bookmark_id, tape.largest_bookmark_id + 1);
  target.bookmarks.insert(tape.bookmarks.begin(), tape.bookmarks.end());
  target.ignorable = tape.is_body ? tape.ignorable : target.ignorable;
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
  ChartTemplates charts = take_charts(*parts);
  auto links = take_links(*parts);
  Surroundings around{file, read_styles(*parts, file), has_notes(*parts), std::move(links)};
  auto state = std::make_unique<State>();
  state->file = file;
  for (Part& part : *parts) {
    state->parts.push_back(compiled_part(part, around));
    if (state->parts.back().tape) {
      take_ids(*state->parts.back().tape, *state);
    }
  }
  compile_charts(std::move(charts), around, *state);
  const auto error = around.faults.first_error();
  sink.append(std::move(around.faults));
  if (error) {
    return diag::Failure(*error);
  }
  read_merge_target(*parts, *state);
  read_tables(*parts, *state);
  return Template(std::move(state));
}

diag::Result<base::Bytes> Template::render(const report::Value& model,
                                           const RenderOptions& options,
                                           diag::Sink& sink) const {
  diag::Sink faults;
  Merging merging(state_->merge_target);
  Rendering rendering{.file = state_->file,
                      .model = model,
                      .lenient = options.lenient,
                      .sink = faults,
                      .most_steps = options.most_steps,
                      .next_drawing_id = state_->next_drawing_id,
                      .lists = RunningLists(state_->numbering),
                      .files = options.files,
                      .additions = Additions(state_->next_addition),
                      .merging = merging,
                      .charts = state_->charts};
  std::vector<package::PackedBytes> rendered = state_->render_parts(rendering);
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return state_->package_of(std::move(rendered), rendering);
}

}  // namespace baocao::docx
