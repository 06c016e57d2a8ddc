// See schema/report_values.hpp.
#include "schema/report_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace steppe {
namespace {

constexpr std::array<std::string_view, 6> kTypes = {"text", "int",  "real",
                                                    "date", "bool", "list"};
constexpr std::array<std::string_view, 3> kTrue = {"1", "true", "yes"};
constexpr std::array<std::string_view, 3> kFalse = {"0", "false", "no"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Number>
bool is_number(const std::string& value) {
  Number number{};
  const char* end = value.data() + value.size();
  const auto [at, error] = std::from_chars(value.data(), end, number);
  if constexpr (std::is_floating_point_v<Number>) {
    if (!std::isfinite(number)) return false;
  }
  return error == std::errc() && at == end;
}

// YYYY, YYYY-MM or YYYY-MM-DD: what documents.date compares with as text.
bool is_date(const std::string& value) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (value.size() != 4 && value.size() != 7 && value.size() != 10) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool is_digit = value[i] >= '0' && value[i] <= '9';
    if (kShape[i] == 'd' ? !is_digit : value[i] != '-') return false;
  }
  const auto part = [&value](std::size_t at) {
    return value.size() > at ? value.substr(at, 2) : "01";
  };
  return part(5) >= "01" && part(5) <= "12" && part(8) >= "01" && part(8) <= "31";
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

bool is_report_type(std::string_view type) { return contains(kTypes, type); }
bool is_true(const std::string& value) { return contains(kTrue, value); }

std::string check_value(std::string_view type, const std::string& value) {
  if (type == "int" && !is_number<long long>(value)) return "is no whole number";
  if (type == "real" && !is_number<double>(value)) return "is no number";
  if (type == "date" && !is_date(value))
    return "is no date (YYYY, YYYY-MM or YYYY-MM-DD)";
  if (type == "bool" && !contains(kTrue, value) && !contains(kFalse, value)) {
    return "is neither yes nor no";
  }
  return "";
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    const std::string_view part = trimmed(text.substr(start, end - start));
    if (!part.empty()) parts.emplace_back(part);
    start = end + 1;
  }
  return parts;
}

std::string json_array(const std::vector<std::string>& values) {
  std::string out = "[";
  for (const std::string& value : values) {
    if (out.size() > 1) out += ',';
    out += json_text(value);
  }
  return out + ']';
}

std::optional<std::string> bound_fallback(const ReportParam& param) {
  if (param.fallback.empty()) return std::nullopt;
  if (param.type == "bool") return is_true(param.fallback) ? "1" : "0";
  if (param.type != "list") return param.fallback;
  if (param.fallback == "all") return std::nullopt;
  return json_array(split_list(param.fallback));
}

}  // namespace steppe
