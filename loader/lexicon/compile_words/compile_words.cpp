#include <fstream>

int main(int, char** argv) {
  std::ofstream out(argv[2]);
  out << "namespace steppe {}\n";
  return out.flush() ? 0 : 1;
}
