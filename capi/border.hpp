// The border between C and C++: exceptions, ownership and struct versions end here.
#pragma once

#include "crm.h"

#include <crm/model/error.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <new>
#include <string>

namespace crm::capi {

/// Hands over an error, unless `out` is NULL. Each library defines it in its own way.
crm_status report(crm_error** out, ErrorCode code, char const* message, Violations const& violations = {},
                  Clashes const& clashes = {}) noexcept;

/// Runs `body` and turns whatever it throws into a status: no exception may reach a caller in C.
template <class Body>
crm_status guarded(crm_error** error, Body&& body) noexcept
{
    try {
        body();
        return CRM_OK;
    } catch (ValidationError const& failure) {
        return report(error, failure.code(), failure.what(), failure.violations());
    } catch (Conflict const& failure) {
        return report(error, failure.code(), failure.what(), {}, failure.clashes());
    } catch (Error const& failure) {
        return report(error, failure.code(), failure.what());
    } catch (std::bad_alloc const&) {
        return report(error, ErrorCode::OutOfMemory, "There is not enough memory.");
    } catch (std::exception const& failure) {
        return report(error, ErrorCode::Internal, failure.what());
    } catch (...) {
        return report(error, ErrorCode::Internal, "Something unknown was thrown.");
    }
}

template <class T>
T& required(T* pointer, char const* name)
{
    if (!pointer)
        throw InvalidArgument{std::string{name} + " is NULL."};
    return *pointer;
}

/// The size of a struct in the release that brought it: a literal that is never changed, not sizeof, which grows.
template <class Struct>
inline constexpr std::uint32_t smallest = 0;

/// Larger than any struct will ever be: what is not set is often garbage.
inline constexpr std::uint32_t largest = 1 << 16;

/// How much of the caller's struct is known here.
template <class Struct>
std::size_t known_size(Struct const& given)
{
    static_assert(smallest<Struct> != 0, "say how large the struct was when it came");
    if (given.struct_size < smallest<Struct> || given.struct_size > largest || given.struct_size % alignof(Struct) != 0)
        throw InvalidArgument{"struct_size is not set: start from the _INIT macro."};
    return std::min<std::size_t>(sizeof(Struct), given.struct_size);
}

/// What the caller knows of a struct, with its own struct_size; the rest is zero. A newer caller may set no field that is
/// not known here.
template <class Struct>
Struct read_struct(Struct const* given, char const* name = "The struct")
{
    auto const  size  = known_size(required(given, name));
    auto const* bytes = reinterpret_cast<unsigned char const*>(given);
    Struct      known{};
    std::memcpy(&known, given, size);

    bool is_newer = std::any_of(bytes + size, bytes + given->struct_size, [](unsigned char byte) { return byte != 0; });
    if constexpr (requires { known.reserved; })
        is_newer = is_newer || known.reserved != 0;
    if (is_newer)
        throw Unsupported{"The struct has a field set that this version of crm does not have."};
    return known;
}

/// The same for a struct that may be NULL: then nothing is given.
template <class Struct>
Struct read_options(Struct const* given)
{
    if (given)
        return read_struct(given);
    Struct none{};
    none.struct_size = sizeof none;
    return none;
}

/// Writes as much as an older caller has room for; what a newer caller has beyond it becomes zero.
template <class Struct>
void write_struct(Struct* out, Struct const& value)
{
    auto const size   = known_size(required(out, "out"));
    auto const theirs = out->struct_size;
    std::memset(static_cast<void*>(out), 0, theirs);
    std::memcpy(static_cast<void*>(out), &value, size);
    out->struct_size = theirs;
}

/// The element of an array that the caller steps by its own struct_size.
template <class Struct>
Struct* stepped(Struct* first, std::size_t index)
{
    using Byte = std::conditional_t<std::is_const_v<Struct>, unsigned char const, unsigned char>;
    return reinterpret_cast<Struct*>(reinterpret_cast<Byte*>(first) + index * first->struct_size);
}

/// Calls `visit` with each struct of an array; all of them are as large as the first one.
template <class Struct, class Visit>
void for_each_struct(Struct* first, std::size_t count, Visit&& visit)
{
    if (count != 0)
        known_size(required(first, "The array"));
    for (std::size_t i = 0; i != count; ++i) {
        auto* const element = stepped(first, i);
        if (element->struct_size != first->struct_size)
            throw InvalidArgument{"The structs of an array differ in struct_size."};
        visit(*element);
    }
}

}  // namespace crm::capi
