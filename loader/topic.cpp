// Tested by tests/topic_test.cpp.
#include "loader/topic.hpp"

#include <algorithm>

namespace steppe {
namespace {

void add_once(std::vector<int>& list, int actor) {
  if (std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
}

// The title is the first heading, or the first block of all where no heading comes before it.
std::vector<int> title_actors(const std::vector<AnalyzedBlock>& blocks) {
  std::vector<int> actors;
  for (const AnalyzedBlock& block : blocks) {
    if (block.block->type != BlockType::heading) continue;
    if (block.block->level > 1) break;
    for (const AnalyzedSentence& sentence : block.sentences) {
      for (const NamedActor& name : sentence.names) add_once(actors, name.actor);
    }
    break;
  }
  return actors;
}

std::vector<int> most_named(const ActorCounts& counts) {
  int first = -1;
  int second = -1;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto actor = static_cast<int>(i);
    if (counts[i] == 0) continue;
    if (first < 0 || counts[i] > counts[static_cast<std::size_t>(first)]) {
      second = first;
      first = actor;
    } else if (second < 0 || counts[i] > counts[static_cast<std::size_t>(second)]) {
      second = actor;
    }
  }
  std::vector<int> actors;
  if (first >= 0) actors.push_back(first);
  if (second >= 0 && counts[static_cast<std::size_t>(second)] * 2 >=
                         counts[static_cast<std::size_t>(first)]) {
    actors.push_back(second);
  }
  return actors;
}

int count_first_person(const std::vector<AnalyzedBlock>& blocks) {
  int count = 0;
  for (const AnalyzedBlock& block : blocks) {
    if (block.block->type == BlockType::skipped || block.block->type == BlockType::quotation) continue;
    for (const Token& token : block.tokens) {
      const std::string_view w = token.lower();
      count += w == "we" || w == "our" || w == "us";
    }
  }
  return count;
}

constexpr int kSpeakingFor = 3;  // "we" and "our" at least so often: the text speaks for an actor

}  // namespace

Topic find_topic(const Document&, const std::vector<AnalyzedBlock>& blocks, const ActorList&,
                 const ActorCounts& counts) {
  Topic topic;
  topic.actors = title_actors(blocks);
  if (topic.actors.empty()) topic.actors = most_named(counts);
  if (count_first_person(blocks) >= kSpeakingFor) {
    const std::vector<int> named = most_named(counts);
    if (!named.empty()) topic.author = {named.front()};
  }
  return topic;
}

}  // namespace steppe
