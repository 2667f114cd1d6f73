// Understanding e-mail: bytes in, a plain MailMessage out. No sockets, no database, nothing written anywhere.
#pragma once

#include <crm/model/mail.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace crm {

/// What bounds a hostile message. Where one is reached, the rest is left out and `defects` says so.
namespace mail_limits {
inline constexpr std::size_t nesting       = 64;         ///< multiparts within multiparts; a deeper one is an attachment
inline constexpr std::size_t parts         = 10'000;     ///< of one message
inline constexpr std::size_t header_fields = 10'000;     ///< of one part
inline constexpr std::size_t header_bytes  = 1 << 20;    ///< all header fields of one part
inline constexpr std::size_t field_bytes   = 256 << 10;  ///< one header field
inline constexpr std::size_t message_bytes = 512 << 20;  ///< what for_each_mail reads of one message
}  // namespace mail_limits

/// Understands a message (RFC 5322, MIME) as far as it can be understood, whatever the bytes are: `defects` tells what
/// was wrong with them. Threads may call it at the same time.
///
/// @throws std::bad_alloc only. (GLib, which decodes the headers, ends the process when a small allocation fails.)
[[nodiscard]] MailMessage parse_mail(std::string_view bytes);

/// Where a message was found.
struct MailSource {
    std::string                file{};          ///< relative to the folder that was walked, or the file's name
    std::optional<std::size_t> index{};         ///< position in an mbox, from 0
    std::string                folder{};        ///< "Sent" of a Maildir or an mbox within what was walked; empty: its top
    bool                       seen     = false;  ///< somebody had read it: Maildir flag S, or R in the mbox header Status
    bool                       is_cut   = false;  ///< longer than mail_limits::message_bytes; the rest is left out
};

/// Is called with each message in turn; the bytes live until it returns. False ends the walk.
using MailVisit = std::function<bool(MailSource const&, std::string_view bytes)>;

/// Visits every message of a file (one message, or an mbox) or a folder (Maildirs, and files of either kind at any
/// depth) in an order that does not change. Holds one message in memory at a time. A file is an mbox when it begins with
/// a "From " line and is neither named *.eml nor lies in a Maildir. Hidden files, Maildir's `tmp`, links to folders and
/// whatever is no regular file are passed over.
///
/// @throws NotFound when there is nothing at `path`, Unavailable when it cannot be read, and what `visit` throws.
void for_each_mail(std::filesystem::path const& path, MailVisit const& visit);

/// The message as one line of JSON, for comparing and for piping: bodies of attachments as size and SHA-256.
[[nodiscard]] std::string mail_as_json(MailMessage const& message, MailSource const& source);

}  // namespace crm
