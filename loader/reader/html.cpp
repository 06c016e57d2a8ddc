#include "loader/reader/html.hpp"

#include <algorithm>
#include <array>

#include "loader/reader/html_facts.hpp"
#include "loader/reader/html_tags.hpp"
#include "loader/reader/lines.hpp"
#include "loader/reader/text_shape.hpp"

namespace steppe::reader {
namespace {

using std::string_view;

constexpr auto kElements = static_cast<std::size_t>(Element::count);

bool is_between(Element element, Element first, Element last) {
  return element >= first && element <= last;
}
bool is_inline(Element element) {
  return is_between(element, Element::none, Element::wbr);
}
bool is_heading(Element element) { return is_between(element, Element::h1, Element::h6); }
bool is_hidden(Element element) {
  return element == Element::head ||
         is_between(element, Element::script, Element::hidden);
}
bool is_furniture(Element element) {
  return is_between(element, Element::nav, Element::aside) ||
         element == Element::caption || element == Element::figcaption ||
         element == Element::address;
}
// Elements that hold the page: their class says nothing about their text.
bool is_frame(Element element) {
  return is_between(element, Element::html, Element::article);
}

}  // namespace

struct HtmlReader::State {
  // An open block element and what it passes on to those inside.
  struct Open {
    Element element = Element::none;
    bool hidden = false;
    bool skipped = false;
    bool by_header = false;  // skipped for no other reason than a <header>
    int item = -1;           // index of items_ that the text belongs to
    int list = -1;           // index of lists_
    bool quoted = false;     // a <blockquote> stands between here and the item
    int table = -1;
    int li = -1, cell = -1, row = -1;  // nearest of its kind in the same list or table
    int top_of_cell = 0;               // end tags reach no further out than the cell
  };
  struct List {
    int number = -1;
    int level = 1;
    int parent_item = -1;
    int next = 1;
    char type = '\0';  // of an <ol>; 0: bullets
  };
  struct Item {
    int list = -1;
    int draft = -1;
    std::string marker;
  };

  State(string_view text, std::vector<Draft>& out, Document& doc)
      : source(text), drafts(out), facts(doc), composer(text) {
    open.push_back({});
  }

  Open& top() { return open.back(); }

  // ---- text

  void text(std::size_t start, std::size_t end) {
    if (top().element == Element::head &&
        !trim(source.substr(start, end - start)).empty())
      pop();
    if (top().hidden) return;
    while (start < end) {
      const char c = source[start];
      if (is_ascii_blank(static_cast<unsigned char>(c))) {
        start = white_space(start, end);
      } else if (c == '&') {
        start = reference(start, end);
      } else {
        const string_view rest = source.substr(0, end);
        const std::size_t stop =
            std::min(rest.find_first_of(" \t\n\r\f\v&", start + 1), end);
        br_pending = false;
        composer.verbatim(start, stop);
        start = stop;
      }
    }
  }

  std::size_t white_space(std::size_t start, std::size_t end) {
    std::size_t stop = start;
    int lines = 0;
    while (stop < end && is_ascii_blank(static_cast<unsigned char>(source[stop]))) {
      lines += source[stop++] == '\n' ? 1 : 0;
    }
    if (preformatted() && lines >= 2) {
      flush();
    } else if (preformatted() && lines == 1) {
      composer.line_break(start, stop);
    } else {
      composer.blank(start, stop);
    }
    return stop;
  }

  [[nodiscard]] bool preformatted() const {
    return !positions[index(Element::pre)].empty();
  }

  std::size_t reference(std::size_t start, std::size_t end) {
    const CharacterReference decoded =
        entities.decode(source.substr(start, end - start), false);
    const std::size_t size = std::max<std::size_t>(decoded.size, 1);
    if (decoded.size == 0) {
      composer.verbatim(start, start + 1);
    } else if (decoded.text.size() == 1 &&
               is_ascii_blank(static_cast<unsigned char>(decoded.text[0]))) {
      composer.blank(start, start + size);
    } else {
      composer.replacement(decoded.text, start, start + size);
    }
    br_pending = false;
    return start + size;
  }

  // ---- blocks

  void flush() {
    br_pending = false;
    if (composer.empty()) return;
    Draft draft = composer.take();
    if (draft.block.text.empty()) return;
    draft.after_rule = std::exchange(after_rule, false);
    draft.table = top().table;
    settle_type(draft);
    const auto first = static_cast<int>(drafts.size());
    add_lines(drafts, std::move(draft));
    if (pending_item >= 0) items[static_cast<std::size_t>(pending_item)].draft = first;
    pending_item = -1;
  }

  void settle_type(Draft& draft) {
    Block& block = draft.block;
    const Open& here = top();
    draft.settled = true;
    if (here.skipped) {
      block.type = BlockType::skipped;
    } else if (is_heading(here.element)) {
      block.type = BlockType::heading;
      block.level = 1 + static_cast<int>(here.element) - static_cast<int>(Element::h1);
    } else if (here.element == Element::summary) {
      block.type = BlockType::heading;
      draft.container = true;
    } else if (here.quoted) {
      block.type = BlockType::quotation;
    } else if (here.item >= 0) {
      settle_item(block, here.item);
    } else {
      draft.settled = false;
    }
  }

  void settle_item(Block& block, int which) {
    const Item& item = items[static_cast<std::size_t>(which)];
    if (item.draft >= 0) {
      block.parent = item.draft;
      return;
    }
    const List& list = lists[static_cast<std::size_t>(item.list)];
    block.type = BlockType::item;
    block.list = list.number;
    block.level = list.level;
    block.marker = item.marker;
    if (list.parent_item >= 0)
      block.parent = items[static_cast<std::size_t>(list.parent_item)].draft;
    pending_item = which;
  }

  // ---- elements

  static std::size_t index(Element element) { return static_cast<std::size_t>(element); }

  void pop() {
    const Open closed = top();
    flush();
    positions[index(closed.element)].pop_back();
    open.pop_back();
  }
  void pop_to(int depth) {
    while (static_cast<int>(open.size()) > depth && open.size() > 1) pop();
  }

  void push(Element element, string_view attributes) {
    flush();
    close_implied(element);
    Open next = top();
    next.element = element;
    const auto depth = static_cast<int>(open.size());
    if (is_hidden(element) || attribute(attributes, "hidden")) next.hidden = true;
    settle_skipping(element, attributes, next);
    enter_list(element, attributes, next, depth);
    enter_table(element, next, depth);
    if (element == Element::blockquote) next.quoted = true;
    positions[index(element)].push_back(depth);
    open.push_back(next);
  }

  // A <header> is furniture, but the title of the page often stands in it.
  static void settle_skipping(Element element, string_view attributes, Open& next) {
    const bool furniture =
        is_furniture(element) || (!is_frame(element) && names_furniture(attributes));
    if (furniture) {
      next.by_header = element == Element::header && (!next.skipped || next.by_header);
      next.skipped = true;
    }
    if (element == Element::h1 && next.by_header) next.skipped = false;
  }

  // What a start tag ends, although its end tag is missing.
  void close_implied(Element element) {
    if (top().element == Element::p || is_heading(top().element)) pop();
    if (top().element == Element::head && element != Element::title) pop();
    if (element == Element::li && top().li >= 0) pop_to(top().li);
    if ((element == Element::dt || element == Element::dd) &&
        (top().element == Element::dt || top().element == Element::dd)) {
      pop();
    }
    if ((element == Element::td || element == Element::th) && top().cell >= 0)
      pop_to(top().cell);
    if (element == Element::tr && top().row >= 0) pop_to(top().row);
  }

  void enter_list(Element element, string_view attributes, Open& next, int depth) {
    if (element == Element::ul || element == Element::ol) {
      List list;
      list.number = static_cast<int>(lists.size());
      list.parent_item = next.item;
      list.level =
          next.list >= 0 ? lists[static_cast<std::size_t>(next.list)].level + 1 : 1;
      list.next = number_or(attribute(attributes, "start"), 1);
      const auto type = attribute(attributes, "type");
      if (element == Element::ol) list.type = type && !type->empty() ? (*type)[0] : '1';
      next.list = static_cast<int>(lists.size());
      next.li = -1;
      lists.push_back(list);
    } else if (element == Element::li) {
      if (next.list < 0) enter_list(Element::ul, {}, next, depth);
      List& list = lists[static_cast<std::size_t>(next.list)];
      const int number = number_or(attribute(attributes, "value"), list.next);
      list.next = number + 1;
      next.item = static_cast<int>(items.size());
      next.li = depth;
      next.quoted = false;
      items.push_back({static_cast<int>(&list - lists.data()), -1,
                       list.type ? ordinal(number, list.type) : "\u2022"});
    }
  }

  void enter_table(Element element, Open& next, int depth) {
    if (element == Element::table) {
      next.table = next.table >= 0 ? next.table : table_count++;
      next.cell = next.row = next.li = next.item = next.list = -1;
    } else if (element == Element::tr) {
      next.row = depth;
      next.cell = -1;
    } else if (element == Element::td || element == Element::th) {
      next.cell = depth;
      next.top_of_cell = depth;
    }
  }

  void close(Element element) {
    flush();
    const auto& at = positions[index(element)];
    if (at.empty()) return;
    const bool table_part = is_between(element, Element::table, Element::th);
    if (!table_part && at.back() < top().top_of_cell) return;
    pop_to(at.back());
  }

  void inline_tag(Element element, bool opening, const HtmlToken& token) {
    if (top().hidden) return;
    switch (element) {
      case Element::a:
        composer.mark(Mark::link, opening);
        break;
      case Element::b:
        composer.mark(Mark::strong, opening);
        break;
      case Element::i:
        composer.mark(Mark::emphasis, opening);
        break;
      case Element::br:
        line_end(token);
        break;
      default:
        break;
    }
  }

  // Two line ends in a row end a paragraph in old pages.
  void line_end(const HtmlToken& token) {
    if (br_pending) return flush();
    br_pending = true;
    composer.line_break(token.start, token.end_offset);
  }

  void start_tag(const HtmlToken& token, HtmlScanner& scanner) {
    const Element element = element_of(token.name);
    if (has_raw_content(token.name)) {
      const std::size_t end = scanner.skip_raw(token.name);
      if (element == Element::title)
        facts.take_title(source.substr(token.end_offset, end - token.end_offset));
    } else if (element == Element::meta) {
      facts.take_meta(token.attributes);
    } else if (is_inline(element)) {
      inline_tag(element, true, token);
    } else if (element == Element::hr) {
      flush();
      if (top().element == Element::p) pop();
      after_rule = true;
    } else {
      push(element, token.attributes);
    }
  }

  string_view source;
  std::vector<Draft>& drafts;
  HtmlFacts facts;
  Composer composer;
  Entities entities;
  std::vector<Open> open;
  std::array<std::vector<int>, kElements>
      positions;  // depths at which an element is open
  std::vector<List> lists;
  std::vector<Item> items;
  int table_count = 0;
  int pending_item = -1;
  bool br_pending = false;
  bool after_rule = false;
};

HtmlReader::HtmlReader(string_view source, std::vector<Draft>& drafts, Document& document)
    : state_(std::make_unique<State>(source, drafts, document)) {}
HtmlReader::~HtmlReader() = default;
void HtmlReader::flush() { state_->flush(); }
bool HtmlReader::is_skipping() const {
  return state_->top().skipped || state_->top().hidden;
}

void HtmlReader::read(std::size_t start, std::size_t end) {
  HtmlScanner scanner(state_->source, start, end);
  for (HtmlToken token = scanner.next(); token.type != HtmlToken::Type::end;
       token = scanner.next()) {
    switch (token.type) {
      case HtmlToken::Type::text:
        state_->text(token.start, token.end_offset);
        break;
      case HtmlToken::Type::open:
        state_->start_tag(token, scanner);
        break;
      case HtmlToken::Type::close: {
        const Element element = element_of(token.name);
        if (is_inline(element)) {
          state_->inline_tag(element, false, token);
        } else {
          state_->close(element);
        }
        break;
      }
      default:
        break;
    }
  }
}

Result<std::vector<Draft>> read_html(string_view source, Document& document) {
  std::vector<Draft> drafts;
  HtmlReader reader(source, drafts, document);
  reader.read(0, source.size());
  reader.flush();
  settle_tables(drafts);
  return drafts;
}

}  // namespace steppe::reader
