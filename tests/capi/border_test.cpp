// What crm.h promises to callers that are older or newer than the library, with a made-up record of two generations.
#include "pairing.hpp"

#include "catch.hpp"

namespace {

/// As it is today: 0.2 brought `weight` and `is_tame`.
struct Pet {
    std::string        name{};
    std::optional<int> age{};
    std::int64_t       weight  = 7;
    bool               is_tame = true;
};
BOOST_DESCRIBE_STRUCT(Pet, (), (name, age, weight, is_tame))

struct crm_pet {
    std::uint32_t struct_size;
    std::uint32_t given;
    crm_text      name;
    std::int32_t  age;
    std::uint32_t reserved;
    std::int64_t  weight;
    crm_bool      is_tame;
    std::uint32_t reserved_2;
};
BOOST_DESCRIBE_STRUCT(crm_pet, (), (struct_size, given, name, age, reserved, weight, is_tame, reserved_2))

constexpr std::uint32_t age_given = 1, is_tame_given = 2;
constexpr std::uint32_t size_in_0_1 = offsetof(crm_pet, weight);

/// Somebody forgot the age, and left a hole behind it.
struct crm_forgetful {
    std::uint32_t struct_size;
    crm_bool      is_tame;
    crm_text      name;
    std::int32_t  weight;
};
BOOST_DESCRIBE_STRUCT(crm_forgetful, (), (struct_size, is_tame, name, weight))

crm_pet pet_of(std::uint32_t size)
{
    crm_pet pet{};
    pet.struct_size = size;
    pet.name        = CRM_TEXT("Burek");
    return pet;
}

}  // namespace

template <>
inline constexpr auto crm::capi::given_bits<crm_pet> = std::to_array<GivenBit>({{"age", age_given}, {"is_tame", is_tame_given}});

namespace crm::capi {
CRM_COUNTERPART_IN_C(Pet, crm_pet, size_in_0_1)
}

using namespace crm::capi;

namespace {

/// What the library understands, beginning with what is stored.
Pet read(crm_pet const& given, Pet stored = {})
{
    fields_from_c(read_struct(&given), stored);
    return stored;
}

}  // namespace

TEST_CASE("what an older caller does not know stays as it is")
{
    auto const older  = pet_of(size_in_0_1);
    auto const stored = read(older, {.name = "Azor", .age = 3, .weight = 12, .is_tame = false});
    CHECK(stored.name == "Burek");
    CHECK_FALSE(stored.age.has_value());
    CHECK(stored.weight == 12);
    CHECK_FALSE(stored.is_tame);
}

TEST_CASE("an older caller's memory beyond its struct is not touched")
{
    crm_pet out        = pet_of(size_in_0_1);
    out.weight         = 99;
    auto const pet     = Pet{.name = "Azor", .age = 0, .weight = 12};
    auto       written = crm_pet{};
    fields_to_c(pet, written);
    write_struct(&out, written);
    CHECK(out.struct_size == size_in_0_1);
    CHECK(out.given == (age_given | is_tame_given));
    CHECK(out.weight == 99);
}

TEST_CASE("a newer caller is understood as long as it sets nothing new")
{
    struct {
        crm_pet      known;
        std::int64_t news;
    } newer{pet_of(sizeof newer), 0};
    CHECK(read(newer.known).name == "Burek");
    newer.news = 1;
    CHECK_THROWS_AS(read(newer.known), crm::Unsupported);

    newer.known.given = 1u << 30;
    newer.news        = 0;
    CHECK_THROWS_AS(read(newer.known), crm::Unsupported);
}

TEST_CASE("a later release may use what is reserved")
{
    auto pet     = pet_of(sizeof(crm_pet));
    pet.reserved = 1;
    CHECK_THROWS_AS(read(pet), crm::Unsupported);
}

TEST_CASE("zero is a value where its bit is given, and none or the default where it is not")
{
    auto pet = pet_of(sizeof(crm_pet));
    CHECK_FALSE(read(pet).age.has_value());
    CHECK(read(pet).is_tame);
    pet.given = age_given | is_tame_given;
    CHECK(read(pet).age == 0);
    CHECK_FALSE(read(pet).is_tame);

    pet.given = 0;
    pet.age   = 3;
    CHECK_THROWS_AS(read(pet), crm::InvalidArgument);
}

TEST_CASE("a struct_size that nobody set is told")
{
    CHECK_THROWS_AS(read(pet_of(0)), crm::InvalidArgument);
    CHECK_THROWS_AS(read(pet_of(size_in_0_1 - 8)), crm::InvalidArgument);
    CHECK_THROWS_AS(read(pet_of(sizeof(crm_pet) + 1)), crm::InvalidArgument);
    CHECK_THROWS_AS(read(pet_of(0xCCCCCCCC)), crm::InvalidArgument);
}

TEST_CASE("an array is stepped by the size of its first struct")
{
    crm_pet pets[2] = {pet_of(size_in_0_1), pet_of(size_in_0_1)};
    auto*   second  = stepped(pets, 1);
    CHECK(reinterpret_cast<char*>(second) == reinterpret_cast<char*>(pets) + size_in_0_1);
}

TEST_CASE("a field without its counterpart, and a hole, do not compile")
{
    STATIC_REQUIRE(has_every_field<crm_pet, Pet>());
    STATIC_REQUIRE(has_no_hole<crm_pet>());
    STATIC_REQUIRE_FALSE(has_every_field<crm_forgetful, Pet>());
    STATIC_REQUIRE_FALSE(has_no_hole<crm_forgetful>());
}

TEST_CASE("what is true by default needs a bit")
{
    STATIC_REQUIRE(is_true_by_default<Pet, &Pet::is_tame>());
    STATIC_REQUIRE_FALSE(is_true_by_default<Pet, &Pet::weight>());
    STATIC_REQUIRE(given_bit<crm_pet>("is_tame") != 0);
}

TEST_CASE("dates keep to the calendar")
{
    crm::Date date{};
    from_c(crm_date{-1}, date);
    CHECK(date == std::chrono::year{1969} / 12 / 31);
    crm_date days = 0;
    to_c(date, days);
    CHECK(days == -1);
    CHECK_THROWS_AS(from_c(crm_date{INT32_MAX}, date), crm::OutOfRange);
}
