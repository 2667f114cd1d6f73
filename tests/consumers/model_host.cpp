// A host that takes the records and their rules, and keeps them in storage of its own: no library, headers only.
#include <crm/rules/rules.hpp>

#include <iostream>

int main()
{
    crm::Violations broken;
    crm::rules::check(crm::Task{.title = " "}, broken);
    for (auto const& violation : broken)
        std::cout << violation.code << ": " << violation.message << '\n';
    auto const price = crm::Money::parse("12500.00 PLN");
    return broken.empty() || price.per_cent(50) != crm::Money::parse("6250.00 PLN") ? 1 : 0;
}
