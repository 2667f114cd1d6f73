// GMime and GLib as values that clean up after themselves. No other header here includes either.
#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

namespace crm::mail {

struct ReleaseObject {
    void operator()(void* object) const noexcept { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, ReleaseObject>;

struct ReleaseText {
    void operator()(char* text) const noexcept { g_free(text); }
};
using Text = std::unique_ptr<char, ReleaseText>;

/// To be called before any other function of GMime. It is never shut down: the host may use GMime too.
inline void start_gmime()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

}  // namespace crm::mail
