// How a tape prints values.
#include "docx/links.hpp"
#include "docx/rich_text.hpp"
#include "docx/tape_runner.hpp"
#include "package/xml.hpp"
#include "report/operators.hpp"

namespace baocao::docx {

using report::Value;

void TapeRunner::write_cell(const Op& op) {
  switch (op.kind) {
    case OpKind::merge_word:
      print_merge(op);
      break;
    case OpKind::columns_of_passes:
      out_ += std::to_string(op.a * passes());
      break;
    case OpKind::cell_columns:
      print_columns(op);
      break;
    case OpKind::cell_color:
      print_color(op);
      break;
    default:
      break;
  }
}

void TapeRunner::print(const Op& op) {
  if (const auto value = value_of(op.a)) {
    print_value(*value, op);
  }
}

void TapeRunner::print_value(const Value& value, const Op& op) {
  if (const std::string* text = value.string()) {
    print_text(*text, tape_.places[op.b]);
  } else if (const auto request = picture_request(value)) {
    print_picture(*request, op.a);
  } else if (const auto file = document_request(value)) {
    print_document(*file, op);
  } else {
    print_text(report::printed(value), tape_.places[op.b]);
  }
}

// A document stands in place of the paragraph.
std::size_t TapeRunner::print_lone(std::size_t at, const Op& op) {
  held_ = value_of(op.a);
  const auto file = held_ ? document_request(*held_) : std::nullopt;
  if (!file) {
    return at + 1;
  }
  out_ += document_xml(*file, op.a);
  return op.b;
}

// Beside other text a document parts the paragraph.
void TapeRunner::print_document(const std::string& file, const Op& op) {
  const TextPlace& place = tape_.places[op.b];
  if (place.ends.empty()) {
    fault(tape_.formulas[op.a].tag,
          {.code = "T402",
           .message = "văn bản \"" + file + "\" không chèn được vào giữa ô nhập liệu của Word",
           .help = "đặt thẻ riêng trong một đoạn"});
    return;
  }
  out_ += place.ends + document_xml(file, op.a) + place.begins;
}

std::string TapeRunner::document_xml(const std::string& file, std::uint32_t formula) {
  const std::uint32_t tag = tape_.formulas[formula].tag;
  if (!tape_.is_body) {
    fault(tag,
          {.code = "T402",
           .message = "văn bản \"" + file + "\" chỉ chèn được vào thân bài",
           .help = "chuyển thẻ ra khỏi đầu trang, chân trang, chú thích, bình luận"});
    return "";
  }
  auto blocks = shared_.merging.blocks_of(file, tape_.part, shared_);
  if (!blocks) {
    fault(tag,
          {.code = "T401",
           .message = "không chèn được văn bản \"" + file + "\": " + blocks.error(),
           .help = "dùng tệp .docx không đặt mật khẩu, để cùng thư mục với dữ liệu"});
    return "";
  }
  if (blocks->lost_sections) {
    fault(tag,
          {.code = "T403",
           .message = "văn bản \"" + file +
                      "\" có nhiều phần khổ giấy khác nhau; các phần này theo khổ giấy chỗ chèn",
           .help = "đặt thẻ trong {% section landscape %} nếu cần trang ngang",
           .severity = diag::Severity::warning});
  } else if (blocks->is_landscape && !tape_.formulas[formula].on_landscape) {
    fault(tag,
          {.code = "T403",
           .message = "văn bản \"" + file +
                      "\" để trang ngang, chỗ chèn là trang dọc: bảng rộng có thể bị cắt",
           .help = "đặt thẻ giữa {% section landscape %} và {% endsection %}",
           .severity = diag::Severity::warning});
  }
  return std::move(blocks->xml);
}

// Inside a w:t, in whose run the drawing stands.
void TapeRunner::print_picture(const PictureRequest& request, std::uint32_t formula) {
  const auto made = picture(request);
  if (!made) {
    fault(tape_.formulas[formula].tag,
          {.code = "T564",
           .message = "không chèn được hình \"" + request.source + "\": " + made.error(),
           .help = "dùng tệp PNG hoặc JPEG đặt cùng thư mục với dữ liệu"});
    return;
  }
  const std::string relation = shared_.additions.relation(tape_.part, *made);
  out_ += "</w:t>" + drawing_xml(*made, request, relation, shared_.next_drawing_id++) +
          "<w:t xml:space=\"preserve\">";
}

tl::expected<Picture, std::string> TapeRunner::picture(const PictureRequest& request) {
  const std::string key = (request.is_code ? "qr:" : "file:") + request.source;
  if (const auto known = shared_.pictures.find(key); known != shared_.pictures.end()) {
    return known->second;
  }
  tl::expected<Picture, std::string> made;
  if (request.is_code) {
    made = qr_code(request.source);
  } else if (!shared_.files) {
    return tl::unexpected<std::string>("ở đây không dùng được hình từ tệp");
  } else if (auto bytes = shared_.files(request.source)) {
    made = read_picture(std::move(*bytes));
  } else {
    return tl::unexpected(bytes.error().message);
  }
  if (made) {
    shared_.pictures.emplace(key, *made);
  }
  return made;
}

void TapeRunner::print_rich(const Op& op) {
  const auto value = value_of(op.a);
  const TextPlace& place = tape_.places[op.b];
  if (!value || !is_rich(*value)) {
    if (value) {
      print_value(*value, op);
    }
    return;
  }
  static constexpr std::string_view open_text = "<w:t xml:space=\"preserve\">";
  for (const Value& piece : pieces_of(*value)) {
    const Value* text = piece.find("text");
    out_ += "</w:t></w:r><w:r>" + properties_xml(with_format(place.properties, piece));
    out_ += open_text;
    print_text(text == nullptr ? "" : report::printed(*text), place);
  }
  out_ += "</w:t></w:r><w:r>" + properties_xml(place.properties);
  out_ += open_text;
}

void TapeRunner::print_plain(const Op& op) {
  if (const auto value = value_of(op.a)) {
    out_ += package::escaped_attribute(report::printed(*value));
  }
}

// Each pass of a loop has a relationship of its own.
void TapeRunner::print_link(const Op& op) {
  const std::size_t begin = regions_.back().begin;
  const bool is_known = regions_.back().faults == fault_count_;
  const auto address = checked_address(package::unescaped(std::string_view(out_).substr(begin)));
  out_.resize(begin);
  regions_.pop_back();
  if (!is_known) {
    return;  // its tag has a fault already
  }
  if (!address) {
    fault(op.a,
          {.code = "T405",
           .message = "không dùng được liên kết: " + address.error(),
           .help = "ghi đủ địa chỉ, bắt đầu bằng https:// hoặc mailto:"});
    return;
  }
  out_ += shared_.additions.relation(
      tape_.part, std::string(relationship_types) + "hyperlink", *address, true);
}

// Inside a w:t. Line breaks and tabs are elements of the run, not characters; docxtpl's users part
// paragraphs by \a and pages by \f.
void TapeRunner::print_text(std::string_view text, const TextPlace& place) {
  for (;;) {
    const std::size_t end = text.find_first_of("\n\t\r\a\f");
    package::append_escaped(out_, text.substr(0, end));
    if (end == std::string_view::npos) {
      return;
    }
    const bool is_pair = text.substr(end, 2) == "\r\n";
    print_break(text[end], place);
    text.remove_prefix(end + (is_pair ? 2 : 1));
  }
}

void TapeRunner::print_break(char kind, const TextPlace& place) {
  const bool splits = !place.ends.empty();
  if (kind == '\a' && splits) {
    out_ += place.ends + place.begins;
    return;
  }
  if (kind == '\f' && splits) {
    out_ += place.ends + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + place.begins;
    return;
  }
  out_ += "</w:t>";
  out_ += kind == '\t' ? "<w:tab/>" : kind == '\f' ? "<w:br w:type=\"page\"/>" : "<w:br/>";
  out_ += "<w:t xml:space=\"preserve\">";
}

// A cell continues the one above when it has its key; without a key in all passes but the first.
void TapeRunner::print_merge(const Op& op) {
  Merge& merge = merges_[op.c];
  const bool is_first = passes_.empty() || passes_.back().index == 0;
  if (op.a == no_formula) {
    merge.continues = !is_first;
  } else {
    const Value key = value_of(op.a).value_or(Value());
    merge.continues = !is_first && merge.key && report::equal(*merge.key, key);
    merge.key = key;
  }
  out_ += merge.continues ? "continue" : "restart";
}

void TapeRunner::print_columns(const Op& op) {
  constexpr int most = 63;  // Word's limit
  const auto value = value_of(op.a);
  const base::Ratio* columns = value ? value->number() : nullptr;
  const bool fits = columns != nullptr && columns->is_integer() && *columns >= base::Ratio(1) &&
                    *columns <= base::Ratio(most);
  if (value && !fits) {
    fault(tape_.formulas[op.a].tag,
          {.code = "T563",
           .message = "số cột của ô phải là số nguyên từ 1 đến 63, nhận được \"" +
                      report::printed(*value) + "\""});
  }
  out_ += fits ? std::to_string(columns->numerator()) : "1";
}

void TapeRunner::print_color(const Op& op) {
  const auto value = value_of(op.a);
  std::string color = value ? report::printed(*value) : "auto";
  color.erase(0, color.starts_with('#') ? 1 : 0);
  constexpr std::string_view digits = "0123456789abcdefABCDEF";
  const bool fits = color == "auto" ||
                    (color.size() == 6 && color.find_first_not_of(digits) == std::string::npos);
  if (!fits) {
    fault(tape_.formulas[op.a].tag,
          {.code = "T563",
           .message = "màu của ô phải gồm 6 chữ số như FFFF00, nhận được \"" + color + "\""});
  }
  out_ += fits ? color : "auto";
}

}  // namespace baocao::docx
