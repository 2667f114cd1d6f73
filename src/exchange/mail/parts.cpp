#include "parts.hpp"

#include "charset.hpp"
#include "multipart.hpp"
#include "parameters.hpp"
#include "tidy.hpp"
#include "transfer_encoding.hpp"

#include <crm/exchange/mail.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace crm::mail {
namespace {

/// What the fields of a part say of it.
struct Description {
    std::string media_type;
    std::string charset;
    std::string boundary;
    std::string disposition;
    std::string file_name;
    std::string transfer_encoding;
    std::string content_id;

    [[nodiscard]] bool is_multipart() const { return media_type.starts_with("multipart/"); }
    [[nodiscard]] bool is_attachment() const { return disposition == "attachment" || !file_name.empty(); }
};

/// RFC 2045 5.2: what is no type at all is plain text.
std::string media_type(std::string const& value, std::string_view by_default)
{
    if (value.empty())
        return std::string{by_default};
    return std::count(value.begin(), value.end(), '/') == 1 ? value : "text/plain";
}

std::string without_brackets(std::string_view id)
{
    id = trimmed(id);
    if (id.starts_with('<') && id.ends_with('>'))
        id = id.substr(1, id.size() - 2);
    return guess_utf8(id);
}

/// The only word of Content-Transfer-Encoding; some add comments or parameters that it does not have.
std::string transfer_encoding(std::string_view value)
{
    value = trimmed(value);
    return lower(value.substr(0, value.find_first_of(" \t\r\n;(")));
}

Description describe(Head const& head, std::string_view type_by_default)
{
    ParameterValue const type{head.first("Content-Type")};
    ParameterValue const disposition{head.first("Content-Disposition")};

    auto file_name = disposition.parameter("filename");
    if (file_name.empty())
        file_name = type.parameter("name");
    return {media_type(type.value(), type_by_default),
            type.parameter("charset"),
            type.parameter("boundary"),
            disposition.value(),
            std::string{trimmed(readable(file_name))},
            transfer_encoding(head.first("Content-Transfer-Encoding")),
            without_brackets(head.first("Content-ID"))};
}

std::string sha256(std::string_view content)
{
    Text const hash{g_compute_checksum_for_data(G_CHECKSUM_SHA256, reinterpret_cast<guchar const*>(content.data()), content.size())};
    return hash.get();
}

class PartReader {
public:
    explicit PartReader(MailMessage& message) : message_{message} {}

    /// A multipart around this part, seen from it.
    struct Place {
        std::size_t      depth           = 0;
        bool             is_in_related   = false;  ///< RFC 2387: parts that the first one shows
        std::string_view type_by_default = "text/plain";
    };

    void read(Head const& head, Place place)
    {
        if (++parts_ > mail_limits::parts)
            return note(message_.defects, "parts.too_many");

        auto part = describe(head, place.type_by_default);
        if (place.depth == 0)
            message_.is_report = part.media_type == "multipart/report";
        if (part.is_multipart())
            return read_multipart(part, head.body, place);
        read_leaf(part, head.body, place);
    }

    /// A report's status (RFC 3464) is for machines, and a text beside it says the same to people. Without one it is
    /// better than nothing.
    void end()
    {
        if (status_ && !has_text_)
            read_text(status_->part, status_->body);
    }

private:
    struct Leaf {
        Description      part;
        std::string_view body;
    };

    void read_multipart(Description& part, std::string_view body, Place place)
    {
        if (place.depth >= mail_limits::nesting) {
            note(message_.defects, "parts.too_deep");
            return attach(part, body, place);
        }
        MultipartBody parts{body, part.boundary};
        auto          enclosed = parts.next();
        if (!enclosed)
            return read_undivided(part, body, place);

        Place const inside{place.depth + 1, part.media_type == "multipart/related",
                           part.media_type == "multipart/digest" ? "message/rfc822" : "text/plain"};
        for (; enclosed && parts_ <= mail_limits::parts; enclosed = parts.next())
            read(read_head(*enclosed, message_.defects), inside);
        if (!enclosed && !parts.is_closed())
            note(message_.defects, "boundary.not_closed");
    }

    /// A multipart without boundaries: people see its body as text, and so do we.
    void read_undivided(Description& part, std::string_view body, Place place)
    {
        note(message_.defects, part.boundary.empty() ? "boundary.missing" : "boundary.not_found");
        part.media_type = "text/plain";
        if (!trimmed(body).empty())
            read_leaf(part, body, place);
    }

    void read_leaf(Description& part, std::string_view body, Place place)
    {
        if (part.media_type == "message/delivery-status") {
            if (!status_)
                status_ = {part, body};
            return;
        }
        if (part.is_attachment())
            return attach(part, body, place);
        if (part.media_type == "text/plain")
            return read_text(part, body);
        if (part.media_type == "text/html")
            return read_html(part, body);
        attach(part, body, place);
    }

    void read_text(Description const& part, std::string_view body)
    {
        if (std::exchange(has_text_, true))
            return;
        message_.text = tidy(decoded(part, body));
    }

    void read_html(Description const& part, std::string_view body)
    {
        if (std::exchange(message_.has_html, true))
            return;
        message_.html = decoded(part, body);
    }

    std::string decoded(Description const& part, std::string_view body)
    {
        auto const bytes = decode_body(body, part.transfer_encoding);
        auto       text  = decode(bytes ? *bytes : body, part.charset);
        if (!text.is_known)
            note(message_.defects, "charset.unknown");
        if (text.is_damaged)
            note(message_.defects, "text.malformed");
        return std::move(text.text);
    }

    void attach(Description& part, std::string_view body, Place place)
    {
        MailAttachment attachment;
        if (auto bytes = decode_body(body, part.transfer_encoding))
            attachment.content = std::move(*bytes);
        else
            attachment.content = body;
        attachment.sha256    = sha256(attachment.content);
        attachment.is_inline = part.disposition == "inline" || (part.disposition.empty() && place.is_in_related && !part.content_id.empty());
        if (part.media_type == "message/rfc822" || part.media_type == "message/global") {
            Defects of_the_enclosed;
            attachment.enclosed_message_id = message_id(read_head(attachment.content, of_the_enclosed).first("Message-ID"));
        }
        attachment.file_name  = std::move(part.file_name);
        attachment.media_type = std::move(part.media_type);
        attachment.content_id = std::move(part.content_id);
        message_.attachments.push_back(std::move(attachment));
    }

    MailMessage& message_;
    std::size_t  parts_    = 0;
    bool         has_text_ = false;

    std::optional<Leaf> status_{};
};

}  // namespace

void read_parts(Head const& head, MailMessage& message)
{
    PartReader reader{message};
    reader.read(head, {});
    reader.end();
}

}  // namespace crm::mail
