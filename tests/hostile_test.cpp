// Texts that nobody writes but somebody will load: reading and extracting them ends,
// keeps within memory, and keeps the invariants of spans. CTest's TIMEOUT catches a step
// that is quadratic; no clock here. The shapes are in hostile_shapes.hpp.
#include <sys/resource.h>
#include <utf8proc.h>

#include <algorithm>

#include "tests/analysis_helpers.hpp"
#include "tests/hostile_shapes.hpp"

#if defined(__SANITIZE_ADDRESS__)
#define STEPPE_SANITIZED 1
#else
#define STEPPE_SANITIZED 0
#endif

namespace steppe {
namespace {

// What an essay of some megabytes may take; a step that keeps a table of all pairs takes
// far more.
constexpr long kMaxResidentKilobytes = 1500 * 1024;
// With sanitizers all is some ten times slower: a tenth of the size still shows bad
// memory.
constexpr std::size_t kShare = STEPPE_SANITIZED ? 10 : 1;

bool is_utf8(const std::string& raw) {
  for (std::size_t at = 0; at < raw.size();) {
    utf8proc_int32_t value = 0;
    const auto size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(raw.data() + at),
                         static_cast<utf8proc_ssize_t>(raw.size() - at), &value);
    if (size <= 0) return false;
    at += static_cast<std::size_t>(size);
  }
  return true;
}

void expect_good_span(const Document& document, Span span, bool utf8) {
  EXPECT_LT(span.start_byte, span.end_byte);
  ASSERT_LE(span.end_byte, document.raw.size());
  if (!utf8) return;  // read as Windows-1252: every byte is a character
  const auto is_border = [&](std::uint32_t at) {
    return at >= document.raw.size() ||
           (static_cast<unsigned char>(document.raw[at]) & 0xc0) != 0x80;
  };
  EXPECT_TRUE(is_border(span.start_byte) && is_border(span.end_byte)) << span.start_byte;
}

void expect_invariants_of(const Document& document, const Extraction& extraction) {
  const bool utf8 = is_utf8(document.raw);
  std::uint32_t last = 0;
  for (const Sentence& sentence : extraction.sentences) {
    expect_good_span(document, sentence.span, utf8);
    EXPECT_FALSE(sentence.outcome.empty());
    EXPECT_GE(sentence.span.start_byte, last);
    last = sentence.span.end_byte;
  }
  for (const Statement& statement : extraction.statements) {
    expect_good_span(document, statement.span, utf8);
    EXPECT_FALSE(statement.quote.empty());
  }
}

// An essay that the reader refuses (nested too deep, say) is fine: refused is not hung.
void survive(std::string text, const char* file) {
  ReadOptions options;
  options.name = file;
  const Result<Document> document = read_document(std::move(text), options);
  if (!document) return;
  expect_invariants_of(*document, extract(*document, built_in_lexicon()));
}

std::string shape_name(const testing::TestParamInfo<HostileShape>& info) {
  return info.param.name;
}

class Hostile : public testing::TestWithParam<HostileShape> {};

TEST_P(Hostile, IsSurvived) {
  const HostileShape& shape = GetParam();
  survive(shape.make(shape.count / kShare), shape.file);
  rusage usage{};
  ASSERT_EQ(getrusage(RUSAGE_SELF, &usage), 0);
  if (STEPPE_SANITIZED) return;  // its shadow memory counts, too
  EXPECT_LT(usage.ru_maxrss, kMaxResidentKilobytes);
}

INSTANTIATE_TEST_SUITE_P(Shapes, Hostile, testing::ValuesIn(hostile_shapes()),
                         shape_name);

TEST(HostileBytes, AreReadOrRefused) {
  for (const char* text :
       {"Russia \xff\xfe seeks gas.", "Russia seeks \xc3", "\x80\x80\x80",
        "Russia seeks \xe2\x82 gas.", "\xf4\x90\x80\x80 Russia seeks gas.",
        "\xed\xa0\x80 Russia", "\xc0\xaf Russia seeks gas."}) {
    survive(text, "a.txt");
    survive(text, "a.md");
    survive(text, "a.html");
  }
}

// A hand-made document may hold what the reader would refuse.
TEST(HostileBytes, AreExtractedFromAHandMadeDocument) {
  const std::string text =
      "Russia \xff seeks gas\x80. China wants \xe2\x82 coal and \xf0\x9f.";
  EXPECT_FALSE(extract_paragraphs(text).sentences.empty());
}

TEST(HostileBytes, NothingToRead) {
  EXPECT_TRUE(extract(Document{}, built_in_lexicon()).sentences.empty());
  for (const char* text : {" ", "\n\n", ".", "–", "Russia", "-", "*", "# ", "\t- "}) {
    survive(text, "a.txt");
    survive(text, "a.md");
  }
}

}  // namespace
}  // namespace steppe
