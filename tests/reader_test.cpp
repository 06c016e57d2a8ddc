// What holds for every essay, on the corpus and on what people and machines do to files.
#include <utf8proc.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/reading.hpp"

namespace steppe {

void expect_invariants(const Document& document) {
  for (const Block& block : document.blocks) {
    SCOPED_TRACE(block.text.substr(0, 80));
    ASSERT_FALSE(block.text.empty());
    EXPECT_NE(block.text.front(), ' ');
    EXPECT_NE(block.text.back(), ' ');
    std::uint32_t text_end = 0;
    std::uint32_t raw_end = 0;
    for (const Piece& piece : block.pieces) {
      ASSERT_EQ(piece.text_start, text_end);
      ASSERT_GE(piece.raw_start, raw_end);
      text_end = piece.text_start + piece.text_size;
      raw_end = piece.raw_start + piece.raw_size;
      ASSERT_LE(raw_end, document.raw.size());
      if (piece.text_size != piece.raw_size) continue;
      ASSERT_EQ(block.text.substr(piece.text_start, piece.text_size),
                document.raw.substr(piece.raw_start, piece.raw_size));
    }
    ASSERT_EQ(text_end, block.text.size());
    for (const auto* spans : {&block.strong, &block.links}) {
      std::uint32_t at = 0;
      for (const Span& span : *spans) {
        EXPECT_GE(span.start_byte, at);
        EXPECT_GT(span.end_byte, span.start_byte);
        at = span.end_byte;
      }
      EXPECT_LE(at, block.text.size());
    }
    if (block.parent >= 0) {
      ASSERT_LT(block.parent, static_cast<int>(document.blocks.size()));
      EXPECT_EQ(document.blocks[static_cast<std::size_t>(block.parent)].type,
                BlockType::item);
    }
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(block.text.data());
    utf8proc_ssize_t left = static_cast<utf8proc_ssize_t>(block.text.size());
    while (left > 0) {
      utf8proc_int32_t c = 0;
      const utf8proc_ssize_t size = utf8proc_iterate(bytes, left, &c);
      ASSERT_GT(size, 0) << "not UTF-8";
      bytes += size;
      left -= size;
    }
  }
}

namespace {

namespace fs = std::filesystem;
const fs::path kCorpus = fs::path(STEPPE_SOURCE_DIR) / "tests/corpus/dev";

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

std::vector<fs::path> essays() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(kCorpus)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".txt" || extension == ".md" || extension == ".html")
      out.push_back(entry);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The value of a JSON string field in one line of a gold file; \" and \\ are its only
// escapes.
std::string json_string(const std::string& row, const std::string& field) {
  const std::string key = "\"" + field + "\": \"";
  std::size_t at = row.find(key);
  if (at == std::string::npos) return {};
  std::string out;
  for (at += key.size(); at < row.size() && row[at] != '"'; ++at) {
    if (row[at] == '\\') ++at;
    out += row[at];
  }
  return out;
}

int json_number(const std::string& row, const std::string& field) {
  const std::size_t at = row.find("\"" + field + "\": ");
  return at == std::string::npos ? 0 : std::stoi(row.substr(at + field.size() + 4));
}

// Gold texts are source bytes: entities are read as the readers read them.
std::string visible(const std::string& text) {
  return text.find('&') == std::string::npos
             ? text
             : read("<p>" + text, "x.html").blocks.front().text;
}

bool is_coded(const Block& block) {
  return block.type != BlockType::skipped && block.type != BlockType::table;
}

bool holds(const Document& document, const Block& block, const std::string& text,
           int line) {
  const std::size_t at = block.text.find(text);
  if (!is_coded(block) || at == std::string::npos) return false;
  const auto end = static_cast<std::uint32_t>(block.text.size());
  const Span whole = block.raw_span({0, end});
  return static_cast<int>(document.line_of(whole.start_byte)) <= line &&
         static_cast<int>(document.line_of(whole.end_byte - 1)) >= line;
}

TEST(Reader, KeepsItsInvariantsOnTheCorpus) {
  const auto files = essays();
  ASSERT_EQ(files.size(), 15u);
  for (const fs::path& path : files) {
    SCOPED_TRACE(path.filename());
    expect_invariants(read(bytes_of(path), path.string()));
  }
}

TEST(Reader, HasEachGoldTextInOneCodedBlockOnItsLine) {
  int rows = 0;
  for (const fs::path& path : essays()) {
    const Document document = read(bytes_of(path), path.string());
    std::istringstream gold(bytes_of(fs::path(path).replace_extension(".gold.jsonl")));
    for (std::string row; std::getline(gold, row); ++rows) {
      const std::string text = visible(json_string(row, "text"));
      const int line = json_number(row, "line");
      const bool found =
          std::any_of(document.blocks.begin(), document.blocks.end(),
                      [&](const Block& b) { return holds(document, b, text, line); });
      EXPECT_TRUE(found) << path.filename() << ":" << line << ": " << text;
    }
  }
  EXPECT_EQ(rows, 493);
}

TEST(Reader, TellsTheFormatByContentFirst) {
  const struct {
    const char* name;
    const char* raw;
    Format format;
  } kCases[] = {
      {"a.txt", "<!DOCTYPE html><html><body><p>Peru waits.</p></body></html>",
       Format::html},
      {"a.txt", "# Peru\n\n## Aims\n\nPeru waits for **Chile**.\n", Format::markdown},
      {"a.txt", "# Peru\n\nPeru waits.\n", Format::text},
      {"-", "---\ntitle: Peru\n---\nPeru waits.\n", Format::markdown},
      {"-", "<?xml version=\"1.0\"?>\n<!-- x -->\n<html><p>Peru</p></html>",
       Format::html},
      {"-", "Peru waits.\n", Format::text},
      {"a.MD", "Peru waits.\n", Format::markdown},
      {"a.htm", "Peru waits.\n", Format::html},
  };
  for (const auto& c : kCases) EXPECT_EQ(read(c.raw, c.name).format, c.format) << c.raw;
}

TEST(Reader, CountsLinesAtLineFeeds) {
  const Document document =
      read("Peru waits.\r\nChile waits, too.\n\nBolivia sells gas.", "a.txt");
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(document.line_of(document.blocks[1].pieces[0].raw_start), 2u);
  EXPECT_EQ(document.line_of(document.blocks[2].pieces[0].raw_start), 4u);
  EXPECT_EQ(document.line_of(0), 1u);
}

TEST(Reader, CountsCarriageReturnsWhereThereIsNoLineFeed) {
  const Document document =
      read("Peru waits.\rChile waits, too.\rBolivia sells gas.", "a.txt");
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(document.line_of(document.blocks[2].pieces[0].raw_start), 3u);
}

TEST(Reader, CoversAnEntityThatARangeCuts) {
  const Document document =
      read("<p>C&ocirc;te d&rsquo;Ivoire &lt;sells&gt; cocoa</p>", "a.html");
  const Block& block = document.blocks.at(0);
  EXPECT_EQ(block.text, "Côte d’Ivoire <sells> cocoa");
  EXPECT_EQ(source_of(document, block, "ôte d’"), "&ocirc;te d&rsquo;");
  EXPECT_EQ(source_of(document, block, "<sells>"), "&lt;sells&gt;");
  EXPECT_EQ(source_of(document, block, "cocoa"), "cocoa");
}

std::string repeat(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

// Each of these has hung or crashed a reader of somebody's. CTest's time limit catches a
// hang.
TEST(Reader, ReadsHostileInputInLinearTime) {
  const struct {
    const char* name;
    std::string raw;
  } kCases[] = {
      {"deep.html", repeat("<div>", 100'000) + "Peru"},
      {"deep-inline.html", repeat("<b><i>", 100'000) + "Peru"},
      {"deep-items.html", repeat("<ul><li>Peru", 100'000)},
      {"items-in-divs.html",
       "<ul>" + repeat("<div>", 50'000) + repeat("<li>a</li>", 50'000)},
      {"unopened.html",
       repeat("<div>", 100'000) + "Peru" + repeat("</ul></p></section>", 100'000)},
      {"unclosed-bold.html", repeat("<p><b class=x>Peru</p>", 100'000)},
      {"attributes.html", "<p " + repeat("a=1 ", 50'000) + ">Peru"},
      {"cells.html", "<table>" + repeat("<tr><td>a", 100'000)},
      {"tables.html", repeat("<table><tr><td>", 50'000) + "Peru"},
      {"brackets.html", "Peru" + repeat("<", 1'000'000)},
      {"comments.html", "Peru" + repeat("<!--", 50'000)},
      {"scripts.html", "Peru" + repeat("<script>", 50'000)},
      {"ampersands.html", repeat("&", 1'000'000) + "Peru"},
      {"one-line.txt", repeat("Peru waits ", 100'000)},
      {"no-blank.txt", repeat("Peru", 250'000)},
      {"lines.txt", repeat("Peru\n", 50'000)},
      {"items.txt", repeat("- Peru\n", 50'000)},
      {"deeper-items.txt",
       [] {
         std::string out;
         for (std::size_t i = 0; i < 1'000; ++i) out += std::string(i, ' ') + "- Peru\n";
         return out;
       }()},
      {"lead-ins.txt", repeat("Peru:\n", 50'000)},
      {"brackets.md", "Peru" + repeat("[", 1'000'000)},
      {"images.md", "Peru" + repeat("![", 500'000)},
      {"stars.md", "Peru" + repeat("*", 1'000'000)},
      {"star-words.md", repeat("**a ", 50'000)},
      {"quotes.md", repeat(">", 1'000'000) + "Peru"},
      {"ampersands.md", "Peru" + repeat("&", 1'000'000)},
      {"bullets.md", "Peru\n\n" + repeat("• a\n", 100'000)},
      {"bold-lines.md", repeat("**Peru**\n", 100'000)},
      {"table.md", "|" + repeat("a|", 5'000) + "\n|" + repeat("-|", 5'000) + "\n" +
                       repeat("|a\n", 5'000)},
      {"html-blocks.md", repeat("<div>\n\nPeru\n\n", 50'000)},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.name);
    const Document document = read(c.raw, c.name);
    if (document.blocks.size() < 1'000) expect_invariants(document);
  }
}

TEST(Reader, RefusesWhatWouldTakeQuadraticTime) {
  const struct {
    std::string raw;
    const char* cause;
  } kCases[] = {
      {repeat("- ", 40'000) + "a\n" + repeat("\n", 40'000) + "b",
       "lists nested more than 100 deep"},
      {"[a]: /" + repeat("u", 200'000) + "\n\n" + repeat("[a] ", 100'000),
       "link addresses repeated beyond measure"},
  };
  for (const auto& c : kCases) {
    ReadOptions options;
    options.name = "hostile.md";
    const auto document = read_document(c.raw, options);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::bad_input);
    EXPECT_EQ(document.error().cause, c.cause);
  }
}

}  // namespace
}  // namespace steppe
