#include "loader/reader/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <string>

#include "loader/reader/entities.hpp"
#include "loader/reader/front_matter.hpp"
#include "loader/reader/html.hpp"
#include "loader/reader/html_tags.hpp"
#include "loader/reader/lines.hpp"
#include "loader/reader/markdown_mend.hpp"
#include "loader/reader/markdown_source.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                            MD_FLAG_NOINDENTEDCODEBLOCKS;

// What md4c calls back with. Offsets are those of `parsed`, which is the source with what
// CommonMark does not know blotted out, byte for byte.
class MarkdownReader {
 public:
  MarkdownReader(string_view source, string_view parsed, std::size_t start,
                 Document& document)
      : source_(source),
        parsed_(parsed),
        last_end_(start),
        composer_(source),
        html_(source, drafts_, document) {}

  // 0: done; else what a callback or md4c returned.
  int run(std::size_t start) {
    MD_PARSER parser{};
    parser.flags = kFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave_block(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave_span(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<MarkdownReader*>(self)->text(type, {text, size});
    };
    const string_view body = parsed_.substr(start);
    return md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this);
  }
  std::vector<Draft> take() { return std::move(drafts_); }

 private:
  struct Container {
    MD_BLOCKTYPE type;
    int list = -1;
    int level = 0;
    int next = 1;
    char delimiter = '-';
    std::string marker;  // of an item
    int draft = -1;      // of an item: its block
  };

  // ---- blocks

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    flush();
    switch (type) {
      case MD_BLOCK_QUOTE:
        containers_.push_back({type, -1, 0, 1, 0, {}, -1});
        break;
      case MD_BLOCK_UL:
        enter_list(type, 1, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark);
        break;
      case MD_BLOCK_OL: {
        const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
        enter_list(type, static_cast<int>(std::min(list->start, 1'000'000u)),
                   list->mark_delimiter);
        break;
      }
      case MD_BLOCK_LI:
        enter_item();
        break;
      case MD_BLOCK_H:
        heading_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_HR:
        after_rule_ = true;
        break;
      case MD_BLOCK_CODE:
        in_code_ = true;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        in_cell_ = true;
        break;
      case MD_BLOCK_HTML:
        in_html_ = true;
        break;
      default:
        break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML) read_html_block();
    flush();
    const bool is_container = type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL ||
                              type == MD_BLOCK_OL || type == MD_BLOCK_LI;
    if (is_container && !containers_.empty()) containers_.pop_back();
    if (type == MD_BLOCK_H) heading_ = 0;
    if (type == MD_BLOCK_CODE) in_code_ = false;
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) in_cell_ = false;
    return 0;
  }

  void enter_list(MD_BLOCKTYPE type, int start, char delimiter) {
    int level = 1;
    for (auto at = containers_.rbegin(); at != containers_.rend(); ++at) {
      if (at->type == MD_BLOCK_QUOTE) break;
      if (at->type == MD_BLOCK_LI) continue;
      level = at->level + 1;
      break;
    }
    containers_.push_back({type, list_count_++, level, start, delimiter, {}, -1});
  }

  void enter_item() {
    Container& list = containers_.back();
    Container item{MD_BLOCK_LI, list.list, list.level, 1, 0, {}, -1};
    item.marker = std::string(1, list.delimiter);
    if (list.type == MD_BLOCK_OL) item.marker.insert(0, std::to_string(list.next++));
    containers_.push_back(std::move(item));
  }

  void flush() {
    pending_break_ = false;
    if (composer_.empty()) return;
    Draft draft = composer_.take();
    if (draft.block.text.empty()) return;
    draft.after_rule = std::exchange(after_rule_, false);
    if (!in_code_) mend_strong(draft);
    settle_type(draft);
    const auto first = static_cast<int>(drafts_.size());
    const bool is_first_of_item = draft.block.type == BlockType::item;
    if (!is_first_of_item) {
      add_lines(drafts_, std::move(draft));
      return;
    }
    add_item(drafts_, std::move(draft), source_);
    containers_.back().draft = first;
  }

  void settle_type(Draft& draft) {
    Block& block = draft.block;
    const std::uint32_t at = block.pieces.front().raw_start;
    draft.settled = true;
    if (html_.is_skipping() || in_code_) {
      block.type = BlockType::skipped;
    } else if (heading_ > 0) {
      settle_heading(draft, at);
    } else if (in_cell_) {
      block.type = BlockType::table;
    } else if (!containers_.empty() && containers_.back().type == MD_BLOCK_QUOTE) {
      block.type = BlockType::quotation;
    } else if (!containers_.empty()) {
      settle_item(block);
    } else {
      draft.settled = false;
      draft.escaped_number = is_escaped_number(at);
      drop_attribute_list(draft);
    }
  }

  // A long "heading" is a paragraph with a rule right under it.
  void settle_heading(Draft& draft, std::uint32_t at) {
    constexpr int kLongest = 30;
    if (text_shape(draft.block.text).words > kLongest) {
      draft.settled = false;
      return;
    }
    draft.block.type = BlockType::heading;
    draft.container = line_of_container(at);
    draft.block.level = draft.container ? 0 : heading_;
  }

  [[nodiscard]] bool line_of_container(std::uint32_t at) const {
    const std::size_t before =
        at == 0 ? string_view::npos : source_.find_last_of("\r\n", at - 1);
    const std::size_t start = before == string_view::npos ? 0 : before + 1;
    return source_.substr(start).starts_with(kContainerMark);
  }

  void settle_item(Block& block) {
    Container& item = containers_.back();
    if (item.draft >= 0) {
      block.parent = item.draft;
      return;
    }
    block.type = BlockType::item;
    block.list = item.list;
    block.level = item.level;
    block.marker = item.marker;
    for (std::size_t i = containers_.size() - 1; i-- > 0;) {
      if (containers_[i].type == MD_BLOCK_QUOTE) break;
      if (containers_[i].type != MD_BLOCK_LI || containers_[i].draft < 0) continue;
      block.parent = containers_[i].draft;
      break;
    }
  }

  [[nodiscard]] bool is_escaped_number(std::uint32_t at) const {
    std::size_t end = at;
    while (end < source_.size() && is_digit(static_cast<unsigned char>(source_[end])))
      ++end;
    return end > at && source_.substr(end, 1) == "\\";
  }

  // ---- spans

  int enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG) ++image_depth_;
    if (type == MD_SPAN_A) {
      // md4c walks through the address each time: a long one that is used often costs its
      // square.
      const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
      walked_ += link->href.size + link->title.size;
      if (walked_ > 16 * source_.size()) return -1;  // md4c passes over positive values
    }
    mark(type, true);
    return 0;
  }

  int leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --image_depth_;
    mark(type, false);
    return 0;
  }

  void mark(MD_SPANTYPE type, bool on) {
    if (image_depth_ > 0) return;
    if (type == MD_SPAN_STRONG) composer_.mark(Mark::strong, on);
    if (type == MD_SPAN_EM) composer_.mark(Mark::emphasis, on);
    if (type == MD_SPAN_A) composer_.mark(Mark::link, on);
  }

  // ---- text

  int text(MD_TEXTTYPE type, string_view text) {
    const bool in_source =
        text.data() >= parsed_.data() && text.data() < parsed_.data() + parsed_.size();
    const std::size_t start =
        in_source ? static_cast<std::size_t>(text.data() - parsed_.data()) : last_end_;
    const std::size_t end = in_source ? start + text.size() : last_end_;
    if (in_html_) {
      if (in_source) note_html(start, end);
    } else if (!in_source) {
      pending_break_ = true;
      return 0;
    } else if (image_depth_ == 0) {
      settle_break(start);
      add(type, text, start, end);
    }
    last_end_ = std::max(last_end_, end);
    return 0;
  }

  void add(MD_TEXTTYPE type, string_view text, std::size_t start, std::size_t end) {
    if (type == MD_TEXT_HTML) return inline_html(text, start, end);
    if (type == MD_TEXT_ENTITY) {
      const CharacterReference decoded = entities_.decode(text, true);
      if (decoded.size == text.size())
        return composer_.replacement(decoded.text, start, end);
    }
    composer_.verbatim(start, end);
  }

  // md4c tells of a line break, not where it lies: it is the first one after the last
  // text.
  void settle_break(std::size_t next) {
    if (!std::exchange(pending_break_, false)) return;
    const std::size_t at = source_.find_first_of("\r\n", last_end_);
    if (at == string_view::npos || at >= next)
      return composer_.line_break(last_end_, last_end_);
    std::size_t start = at;
    std::size_t end = at + (source_.substr(at, 2) == "\r\n" ? 2 : 1);
    while (start > last_end_ && (source_[start - 1] == ' ' || source_[start - 1] == '\t'))
      --start;
    while (end < next && (source_[end] == ' ' || source_[end] == '\t')) ++end;
    composer_.line_break(start, end);
  }

  void inline_html(string_view tag, std::size_t start, std::size_t end) {
    HtmlScanner scanner(tag, 0, tag.size());
    const HtmlToken token = scanner.next();
    const bool opening = token.type == HtmlToken::Type::open;
    if (!opening && token.type != HtmlToken::Type::close) return;
    switch (element_of(token.name)) {
      case Element::a:
        composer_.mark(Mark::link, opening);
        break;
      case Element::b:
        composer_.mark(Mark::strong, opening);
        break;
      case Element::i:
        composer_.mark(Mark::emphasis, opening);
        break;
      case Element::br:
        composer_.line_break(start, end);
        break;
      default:
        break;
    }
  }

  // ---- raw HTML blocks

  void note_html(std::size_t start, std::size_t end) {
    if (!html_start_) html_start_ = start;
    html_end_ = end;
  }

  void read_html_block() {
    in_html_ = false;
    if (!html_start_) return;
    html_.read(*html_start_, html_end_);
    html_.flush();
    html_start_.reset();
  }

  string_view source_;
  string_view parsed_;
  std::size_t last_end_;  // of the text that md4c handed out last
  std::vector<Draft> drafts_;
  Composer composer_;
  HtmlReader html_;
  Entities entities_;
  std::vector<Container> containers_;
  std::optional<std::size_t> html_start_;
  std::size_t html_end_ = 0;
  std::size_t walked_ = 0;
  int list_count_ = 0;
  int heading_ = 0;
  int image_depth_ = 0;
  bool in_code_ = false;
  bool in_cell_ = false;
  bool in_html_ = false;
  bool after_rule_ = false;
  bool pending_break_ = false;
};

Error refused(std::string cause, int line) {
  Error error{ErrorCode::bad_input, std::move(cause)};
  error.line = line;
  return error;
}

}  // namespace

Result<std::vector<Draft>> read_markdown(string_view source, Document& document) {
  const std::size_t start = read_front_matter(source, document);
  const MarkdownSource prepared = prepare_markdown(source);
  if (prepared.deep_line > 0) {
    return refused("lists nested more than 100 deep", prepared.deep_line);
  }
  MarkdownReader reader(source, prepared.text, start, document);
  if (reader.run(start) != 0) return refused("link addresses repeated beyond measure", 0);
  std::vector<Draft> drafts = front_matter_drafts(source, start);
  std::vector<Draft> body = reader.take();
  const auto shift = static_cast<int>(drafts.size());
  for (Draft& draft : body) {
    if (draft.block.parent >= 0) draft.block.parent += shift;
    drafts.push_back(std::move(draft));
  }
  settle_tables(drafts);
  return drafts;
}

}  // namespace steppe::reader
