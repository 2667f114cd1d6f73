#include <crm/exchange/mail.hpp>

#include <boost/json.hpp>

#include <chrono>
#include <cstdio>

namespace crm {
namespace {

namespace json = boost::json;

json::value text_or_null(std::string const& text)
{
    if (text.empty())
        return nullptr;
    return json::string{text};
}

json::array people(std::vector<MailAddress> const& addresses)
{
    json::array rows;
    for (auto const& [name, address] : addresses)
        rows.push_back(json::array{name, address});
    return rows;
}

json::array texts(std::vector<std::string> const& values) { return json::array(values.begin(), values.end()); }

json::array files(std::vector<MailAttachment> const& attachments)
{
    json::array rows;
    for (auto const& file : attachments)
        rows.push_back({{"filename", text_or_null(file.file_name)},
                        {"content_type", file.media_type},
                        {"size", file.content.size()},
                        {"sha256", file.sha256}});
    return rows;
}

/// "2020-07-01T05:03:41Z"
std::string utc(Instant at)
{
    using namespace std::chrono;

    auto const      day = floor<days>(at);
    auto const      date = year_month_day{day};
    hh_mm_ss const  time{floor<seconds>(at - day)};
    char            text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int{date.year()}, unsigned{date.month()},
                  unsigned{date.day()}, static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

}  // namespace

std::string mail_as_json(MailMessage const& message, MailSource const& source)
{
    json::object row;
    row["file"] = source.file;
    if (source.index)
        row["index"] = *source.index;
    row["message_id"]  = text_or_null(message.message_id);
    row["date"]        = message.sent_at ? json::value(utc(*message.sent_at)) : json::value(nullptr);
    row["from"]        = people(message.from);
    row["to"]          = people(message.to);
    row["cc"]          = people(message.cc);
    row["subject"]     = text_or_null(message.subject);
    row["in_reply_to"] = message.in_reply_to.empty() ? json::value(nullptr) : json::value(message.in_reply_to.front());
    row["references"]  = texts(message.references);
    row["text_plain"]  = text_or_null(message.text);
    row["has_html"]    = message.has_html;
    row["attachments"] = files(message.attachments);
    row["defects"]     = texts(message.defects);
    if (source.is_cut)
        row["defects"].as_array().push_back("message.too_long");
    return json::serialize(row);
}

}  // namespace crm
