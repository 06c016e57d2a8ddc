#include "loader/lexicon/lexicon.hpp"

namespace steppe {

struct Lexicon::Tables {};

Result<Lexicon> Lexicon::build(const std::vector<std::string>& folders) {
  static_cast<void>(folders);
  return Lexicon(std::make_unique<const Tables>());
}

std::vector<RuleInfo> Lexicon::rules() const { return {}; }

Lexicon::Lexicon(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

}  // namespace steppe
