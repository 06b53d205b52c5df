// A document: the parts of its template, those that rendering changed, and new ones.
#include "docx/template_state.hpp"
#include "package/packer.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

constexpr std::string_view word_types =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::string_view word_space =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

// A part of notes, with the two lines between text and notes that Word demands.
std::string notes_xml(const std::string& root, const std::string& note, const std::string& notes) {
  const auto line = [&](const std::string& type, const std::string& id, const std::string& mark) {
    return "<w:" + note + " w:type=\"" + type + "\" w:id=\"" + id + "\"><w:p><w:r><w:" + mark +
           "/></w:r></w:p></w:" + note + ">";
  };
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" + root +
         std::string(word_space) + ">" + line("separator", "-1", "separator") +
         line("continuationSeparator", "0", "continuationSeparator") + notes + "</w:" + root + ">";
}

}  // namespace

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

bool Template::State::has(Part::Role role) const {
  return std::any_of(
      parts.begin(), parts.end(), [&](const CompiledPart& part) { return part.role == role; });
}

// Lists, styles and notes of merged documents, where the template has no part for them.
void Template::State::add_absent_parts(Rendering& rendering) const {
  const auto add = [&](Part::Role role,
                       const std::string& kind,
                       const std::string& name,
                       base::Bytes bytes) {
    if (has(role)) {
      return;
    }
    rendering.additions.relation(main, std::string(relationship_types) + kind, name, false);
    rendering.additions.add_part({name, std::string(word_types) + kind + "+xml", std::move(bytes)});
  };
  if (!rendering.lists.added().lists.empty()) {
    add(Part::Role::numbering,
        "numbering",
        "word/numbering.xml",
        numbering.with(rendering.lists.added()));
  }
  if (auto styles = rendering.merging.styles()) {
    add(Part::Role::styles, "styles", "word/styles.xml", std::move(*styles));
  }
  for (const bool end : {false, true}) {
    const Notes& notes = rendering.notes[end ? NoteKind::endnotes : NoteKind::footnotes];
    const std::string kind = end ? "endnotes" : "footnotes";
    if (!notes.written.empty()) {
      add(end ? Part::Role::endnotes : Part::Role::footnotes,
          kind,
          new_notes_part(end),
          notes_xml(kind, end ? "endnote" : "footnote", notes.written));
    }
  }
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
  const bool has_lists = !rendering.lists.added().lists.empty();
  if (relations != with_relations.end()) {
    zip.add(part.name, additions.relationships(*relations, part.plain));
    with_relations.erase(relations);
  } else if (part.name == types_part && !additions.parts().empty()) {
    zip.add(part.name, additions.content_types(part.plain));
  } else if (part.role == Part::Role::numbering && has_lists) {
    zip.add(part.name, numbering.with(rendering.lists.added()));
  } else if (const auto styles =
                 part.role == Part::Role::styles ? rendering.merging.styles() : std::nullopt) {
    zip.add(part.name, *styles);
  } else {
    zip.add(part.name, part.bytes);
  }
}

base::Bytes Template::State::package_of(std::vector<package::PackedBytes> rendered,
                                        Rendering& rendering) const {
  add_absent_parts(rendering);
  std::set<std::string> with_relations;
  for (const auto& entry : rendering.additions.relations()) {
    with_relations.insert(entry.first);
  }
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
  for (const Additions::NewPart& part : rendering.additions.parts()) {
    zip.add(part.name, part.bytes);
  }
  return zip.finish();
}

}  // namespace baocao::docx
