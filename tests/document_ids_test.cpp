#include "shell/document_ids.hpp"

#include <gtest/gtest.h>

namespace steppe::shell {
namespace {

using Names = std::vector<std::string>;

TEST(DocumentIds, NamesADocumentAfterItsFile) {
  EXPECT_EQ(make_id("russia-central-asia"), "russia-central-asia");
  EXPECT_EQ(make_id("Nile Basin (2)"), "nile-basin-2");
  EXPECT_EQ(make_id("__draft__"), "draft");
  EXPECT_EQ(make_id("T\u00dcRKiye & NATO"), "t\u00fcrkiye-nato");
  EXPECT_EQ(make_id("\xff\xfe"), "essay");
  EXPECT_EQ(make_id("..."), "essay");
}

TEST(DocumentIds, TellsFilesOfOneStemApart) {
  EXPECT_EQ(make_ids({"/x/a.txt", "/y/a.txt", "/y/b.txt"}), (Names{"x-a", "y-a", "b"}));
  EXPECT_EQ(make_ids({"/y/a.txt", "/x/a.txt"}), (Names{"y-a", "x-a"}));
  EXPECT_EQ(make_ids({"/1/x/a.txt", "/2/x/a.txt"}), (Names{"1-x-a", "2-x-a"}));
  EXPECT_EQ(make_ids({"/x/a.txt", "/x/a.md"}), (Names{"x-a-txt", "x-a-md"}));
  EXPECT_EQ(make_ids({"/x/A B.txt", "/x/a-b.txt"}), (Names{"x-a-b-txt", "x-a-b-txt-2"}));
  EXPECT_EQ(make_ids({"/a.txt", "/x/a.txt", "/x-a.txt"}).size(), 3u);
  EXPECT_EQ(make_ids({"-"}), Names{"stdin"});
}

TEST(DocumentIds, KnowsWhatCanBeCited) {
  EXPECT_TRUE(is_id("gas-and_borders.2"));
  EXPECT_TRUE(is_id("t\u00fcrkiye"));
  for (const char* bad : {"", "a:b", "a b", "-a", "a\n", "a/b"})
    EXPECT_FALSE(is_id(bad)) << bad;
}

}  // namespace
}  // namespace steppe::shell
