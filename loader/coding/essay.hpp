// What the extraction knows of one essay while it reads it: the state that the files of
// loader/coding/ share.
//
// Filled in the order of extract(): first the whole essay (blocks, topic, themes), then,
// block by block, what is open at the place that is read and what was found so far.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "loader/analysis.hpp"
#include "loader/context.hpp"
#include "loader/lexicon/tables.hpp"
#include "loader/reference.hpp"
#include "loader/themes.hpp"

namespace steppe {

struct OpenSection {
  int index = -1;  // into Extraction::sections
  int level = 1;
  bool apparatus = false;  // references, notes: read, never coded
  Guide guide;
};

/// "There are several challenges. First, …": what the ordinals of a paragraph count.
struct Enumeration {
  const Rule* rule = nullptr;
  Referent holders;
};

struct Essay {
  Essay(const Document& source, const Lexicon& lexicon)
      : document(source), tables(lexicon.tables()) {}
  Essay(const Essay&) = delete;  // its members point at each other
  Essay& operator=(const Essay&) = delete;

  const Document& document;
  const Lexicon::Tables& tables;
  Vocabulary vocabulary{tables.words};
  ActorList actors{tables};
  ActorCounts counts;
  Topic topic;
  Discourse discourse{actors, topic};
  std::vector<AnalyzedBlock> blocks;
  ThemeWeights theme_shares;  // of the whole essay

  std::vector<OpenSection> sections;  // outermost first
  std::optional<Guide> lead_in;       // of the list that is being read
  std::map<int, Guide>
      item_guides;  // by block: of items that lead in a list of their own
  Enumeration enumeration;

  std::vector<int> used;  // actors that the statements refer to
  Extraction out;
};

}  // namespace steppe
