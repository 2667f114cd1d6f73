// What is understood of e-mail, well-formed, broken and hostile: bytes in, MailMessage out.
#include "catch.hpp"
#include "temporary_folder.hpp"

#include <crm/exchange/mail.hpp>
#include <crm/model/error.hpp>

#include <boost/nowide/utf/utf.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace crm;
using namespace std::string_literals;

namespace {

bool has_defect(MailMessage const& message, std::string const& code)
{
    return std::count(message.defects.begin(), message.defects.end(), code) > 0;
}

MailMessage with_field(std::string const& field) { return parse_mail(field + "\n\nHello\n"); }

std::vector<std::string> addresses(std::vector<MailAddress> const& list)
{
    std::vector<std::string> found;
    for (auto const& [name, address] : list)
        found.push_back(name + "|" + address);
    return found;
}
std::vector<std::string> recipients(std::string const& value) { return addresses(with_field("To: " + value).to); }

std::string subject(std::string const& value) { return with_field("Subject: " + value).subject; }

Instant at(int year, unsigned month, unsigned day, int hour, int minute, int second = 0)
{
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / month / day} + hours{hour} + minutes{minute} + seconds{second};
}

/// A part of type `type` with these further fields, in a message that holds nothing else.
MailMessage with_part(std::string const& fields, std::string const& body)
{
    return parse_mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n" + fields + "\n\n" + body + "\n--b--\n");
}

std::string file_name(std::string const& disposition)
{
    auto const message = with_part("Content-Type: application/pdf\nContent-Disposition: " + disposition, "x");
    return message.attachments.at(0).file_name;
}

bool is_text(std::string const& text)
{
    namespace utf = boost::nowide::utf;
    for (auto next = text.begin(); next != text.end();) {
        auto const point = utf::utf_traits<char>::decode(next, text.end());
        if (point == utf::illegal || point == utf::incomplete || point == 0)
            return false;
    }
    return true;
}

/// Every text of the message is one: what MailMessage promises.
bool holds_texts_only(MailMessage const& message)
{
    std::vector<std::string> texts = {message.message_id, message.subject,    message.text,   message.html,
                                      message.auto_submitted, message.precedence, message.headers};
    auto const add = [&](auto const& more) { texts.insert(texts.end(), more.begin(), more.end()); };
    for (auto const* list : {&message.from, &message.sender, &message.reply_to, &message.to, &message.cc})
        for (auto const& [name, address] : *list)
            add(std::vector{name, address});
    for (auto const& file : message.attachments)
        add(std::vector{file.file_name, file.media_type, file.content_id, file.enclosed_message_id, file.sha256});
    add(message.in_reply_to);
    add(message.references);
    add(message.defects);
    return std::all_of(texts.begin(), texts.end(), is_text);
}

std::string repeated(std::string const& text, std::size_t times)
{
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

struct Found {
    MailSource  source;
    std::string bytes;
};
std::vector<Found> walked(std::string const& path)
{
    std::vector<Found> found;
    for_each_mail(path, [&](MailSource const& source, std::string_view bytes) {
        found.push_back({source, std::string{bytes}});
        return true;
    });
    return found;
}

void write(std::string const& path, std::string const& bytes)
{
    std::filesystem::create_directories(std::filesystem::path{path}.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
}

auto const offer = "From: =?utf-8?q?Anna_Zi=C4=99ba?= <Anna@Example.PL>\r\n"
                   "To: Jan <jan@example.com>, \"Nowak, Ewa\" <ewa@example.com>\r\n"
                   "Date: Wed, 1 Jul 2020 07:03:41 +0200\r\n"
                   "Message-ID: <Offer.1@Example.PL>\r\n"
                   "In-Reply-To: <ask@example.com>\r\n"
                   "References: <first@example.com>\r\n <ask@example.com>\r\n"
                   "Subject: Offer\r\n for you\r\n"
                   "MIME-Version: 1.0\r\n"
                   "Content-Type: multipart/mixed; boundary=\"outer\"\r\n"
                   "\r\n"
                   "A preamble for old programs\r\n"
                   "--outer\r\n"
                   "Content-Type: multipart/alternative; boundary=\"outer-inner\"\r\n"
                   "\r\n"
                   "--outer-inner\r\n"
                   "Content-Type: text/plain; charset=iso-8859-2; format=flowed\r\n"
                   "Content-Transfer-Encoding: quoted-printable\r\n"
                   "\r\n"
                   "Dzie=F1 dobry,  \r\n"
                   "one =\r\n"
                   "line\r\n"
                   "--outer-inner\r\n"
                   "Content-Type: text/html; charset=utf-8\r\n"
                   "\r\n"
                   "<p>Hello</p>\r\n"
                   "--outer-inner--\r\n"
                   "--outer\r\n"
                   "Content-Type: application/pdf; name=\"offer.pdf\"\r\n"
                   "Content-Disposition: attachment; filename*=utf-8''Oferta%20%C5%82.pdf\r\n"
                   "Content-Transfer-Encoding: base64\r\n"
                   "\r\n"
                   "SGVsbG8=\r\n"
                   "--outer--\r\n"s;

}  // namespace

TEST_CASE("A message is understood: who, when, what, with which files")
{
    auto const message = parse_mail(offer);

    CHECK(addresses(message.from) == std::vector{"Anna Zięba|anna@example.pl"s});
    CHECK(addresses(message.to) == std::vector{"Jan|jan@example.com"s, "Nowak, Ewa|ewa@example.com"s});
    CHECK(message.sent_at == at(2020, 7, 1, 5, 3, 41));
    CHECK(message.message_id == "Offer.1@Example.PL");
    CHECK(message.in_reply_to == std::vector{"ask@example.com"s});
    CHECK(message.references == std::vector{"first@example.com"s, "ask@example.com"s});
    CHECK(message.subject == "Offer for you");
    CHECK(message.text == "Dzień dobry,\none line");
    CHECK(message.has_html);
    CHECK(message.html == "<p>Hello</p>");
    REQUIRE(message.attachments.size() == 1);
    CHECK(message.attachments[0].file_name == "Oferta ł.pdf");
    CHECK(message.attachments[0].media_type == "application/pdf");
    CHECK(message.attachments[0].content == "Hello");
    CHECK(message.attachments[0].sha256 == "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969");
    CHECK_FALSE(message.attachments[0].is_inline);
    CHECK(message.headers.starts_with("From: =?utf-8?q?"));
    CHECK(message.headers.ends_with("boundary=\"outer\"\r\n"));
    CHECK_FALSE(message.is_automatic);
    CHECK(message.defects.empty());
}

TEST_CASE("Encoded words (RFC 2047) are decoded")
{
    CHECK(subject("=?iso-8859-2?Q?Dzie=F1_dobry?=") == "Dzień dobry");
    CHECK(subject("=?utf-8?B?xbzDs8WCdw==?=") == "żółw");
    CHECK(subject("=?utf-8?q?a?=  =?utf-8?q?b?= c") == "ab c");
    CHECK(subject("Re: =?utf-8?q?a?= b =?utf-8*pl?q?c?=") == "Re: a b c");
    CHECK(subject("=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=") == "テスト");
    CHECK(subject("=?utf-8?b?xQ==?= =?utf-8?b?vA==?=") == "ż");        // a character cut in two
    CHECK(subject("=?utf-8?q?bez konwersji?=") == "bez konwersji");     // blanks that should not be there
    CHECK(subject("=?no-such?q?b=F3b?=") == "bób");
    CHECK(subject("=?utf-8?x?abc?= =? =?= ?=") == "=?utf-8?x?abc?= =? =?= ?=");
    CHECK(subject("=?utf-8?q?one=0Atwo=00?=") == "one two\xEF\xBF\xBD");  // no line of its own, no zero byte
}

TEST_CASE("A subject is one line, whatever its folds")
{
    CHECK(subject("Offer \r\n\t for\r\n \r\n you  ") == "Offer for you");
    CHECK(subject("two  blanks") == "two  blanks");
}

TEST_CASE("Header bytes without a charset are UTF-8 (RFC 6532) or windows-1252")
{
    CHECK(subject("żółw") == "żółw");
    CHECK(subject("caf\xE9 \x80") == "café €");
    CHECK(recipients("Józef <józef@example.pl>") == std::vector{"Józef|józef@example.pl"s});
}

TEST_CASE("Addresses are read in all the forms that people send")
{
    CHECK(recipients("<A@B.c>") == std::vector{"|a@b.c"s});
    CHECK(recipients("a@b.c (Anna \\) (of Gdynia))") == std::vector{"Anna ) (of Gdynia)|a@b.c"s});
    CHECK(recipients("\"Giant; \\\"Big\\\" Box\" <x@y.z>, Joe Q. Public <j@p.q>") ==
          std::vector{"Giant; \"Big\" Box|x@y.z"s, "Joe Q. Public|j@p.q"s});
    CHECK(recipients("<@one.example,@two.example:anna@b.c>") == std::vector{"|anna@b.c"s});
    CHECK(recipients(", , jdoe@test   . example") == std::vector{"|jdoe@test.example"s});
    CHECK(recipients("\"a b\"@c.d") == std::vector{"|\"a b\"@c.d"s});
    CHECK(recipients("a@b.c; d@e.f") == std::vector{"|a@b.c"s, "|d@e.f"s});
    CHECK(recipients("Big Bug bb@bug.com") == std::vector{"Big Bug|bb@bug.com"s});
    CHECK(recipients("a@b.c d@e.f") == std::vector{"|a@b.c"s, "|d@e.f"s});
    CHECK(recipients("=?utf-8?q?Nowak=2C_Ewa?= <e@n.pl>") == std::vector{"Nowak, Ewa|e@n.pl"s});
    CHECK(recipients("\"=?utf-8?q?Ewa?=\" <e@n.pl>") == std::vector{"Ewa|e@n.pl"s});
}

TEST_CASE("A group stands for its members")
{
    CHECK(recipients("Friends: a@b.c, Ewa <e@f.g>;, z@z.z") == std::vector{"|a@b.c"s, "Ewa|e@f.g"s, "|z@z.z"s});
    CHECK(recipients("undisclosed-recipients:;").empty());
    CHECK(with_field("To: undisclosed-recipients:;").defects.empty());
}

TEST_CASE("What is nobody's address is left out and noted")
{
    auto const message = with_field("To: root, <>, @b.c, <a@>, \"unclosed <a@b.c");
    CHECK(addresses(message.to) == std::vector{"\"unclosed|a@b.c"s});
    CHECK(has_defect(message, "address.malformed"));
}

TEST_CASE("Address fields that come twice count together; of others the first does")
{
    auto const message = parse_mail("From: a@b.c\nSubject: one\nFrom: d@e.f\nSubject: two\n\n");
    CHECK(addresses(message.from) == std::vector{"|a@b.c"s, "|d@e.f"s});
    CHECK(message.subject == "one");
}

TEST_CASE("Dates name a moment in all zones and obsolete forms of RFC 5322")
{
    auto const date = [](std::string const& value) { return with_field("Date: " + value).sent_at; };

    CHECK(date("Fri, 21 Nov 1997 09:55:06 -0600") == at(1997, 11, 21, 15, 55, 6));
    CHECK(date("21 Nov 97 09:55:06 GMT") == at(1997, 11, 21, 9, 55, 6));
    CHECK(date("1 Jan 49 00:00 +0000") == at(2049, 1, 1, 0, 0));
    CHECK(date("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600 (CST)") == at(1997, 11, 21, 15, 55, 6));
    CHECK(date("Thu,\n      13\n  Feb\n 1969\n 23:32\n -0330 (Newfoundland)") == at(1969, 2, 14, 3, 2));
    CHECK(date("Sat Mar  4 10:00:00 2000") == at(2000, 3, 4, 10, 0));
    CHECK(date("4-Mar-2000 10:00:00 PDT") == at(2000, 3, 4, 17, 0));
    CHECK(date("4 March 2000 10:00:00 +02:00") == at(2000, 3, 4, 8, 0));
    CHECK(date("4 Mar 2000 10:00+0200") == at(2000, 3, 4, 8, 0));
    CHECK(date("4 Mar 2000 10:00:00 -500") == at(2000, 3, 4, 15, 0));
    CHECK(date("4 Mar 2000 10:00:00 +09") == at(2000, 3, 4, 1, 0));
    CHECK(date("4 Mar 2000 10:00:00 -0000") == at(2000, 3, 4, 10, 0));
    CHECK(date("4 Mar 2000 10:00:00 XYZ") == at(2000, 3, 4, 10, 0));
    CHECK(date("4 Mar 2000 10:00:00 +9999") == at(2000, 3, 4, 10, 0));
    CHECK(date("31 Dec 1998 23:59:60 +0000") == at(1999, 1, 1, 0, 0));
    CHECK(date("Mon, 30 Jun 3609 15:33:50 +0600") == at(3609, 6, 30, 9, 33, 50));
}

TEST_CASE("A date that names no moment is none, and noted")
{
    for (auto const* value : {"Pn, 29 paX 2007 21:13:00 +0100", "Thu Jan 01 00:00:10 +0000", "31 Feb 2020 10:00 +0000",
                              "1 Jan 2020 25:00 +0000", "yesterday", "99999999999999999999 Jan 2020 10:00", "1 Jan -5 10:00"}) {
        auto const message = with_field("Date: "s + value);
        CHECK(message.sent_at == std::nullopt);
        CHECK(has_defect(message, "date.malformed"));
    }
    CHECK_FALSE(has_defect(with_field("To: a@b.c"), "date.malformed"));
}

TEST_CASE("Message ids are found among anything")
{
    auto const message = parse_mail("In-Reply-To: Your message of \"Mon\" <a@b> and <c\r\n d@e>\r\n"
                                    "References: <1@x><2@x>,<broken <3@x>\r\nMessage-Id: bare@x\r\n\r\n");
    CHECK(message.in_reply_to == std::vector{"a@b"s, "cd@e"s});
    CHECK(message.references == std::vector{"1@x"s, "2@x"s, "3@x"s});
    CHECK(message.message_id == "bare@x");
    CHECK(with_field("Message-ID: no id at all").message_id.empty());
}

TEST_CASE("File names are read in every encoding (RFC 2183, RFC 2231, RFC 2047)")
{
    CHECK(file_name("attachment; filename=\"a b.pdf\"") == "a b.pdf");
    CHECK(file_name("attachment; filename=This is a test.pdf") == "This is a test.pdf");
    CHECK(file_name("attachment; filename*=iso-8859-1''p%E4ring.pdf") == "päring.pdf");
    CHECK(file_name("attachment; filename*0*=utf-8''%C5%BC; filename*1=\"%41.pdf\"; filename*2*=%C5%82") == "ż%41.pdfł");
    CHECK(file_name("attachment; filename=\"plain.pdf\"; filename*=utf-8''%C5%BC.pdf") == "ż.pdf");
    CHECK(file_name("attachment; filename=\"=?utf-8?B?xbwucGRm?=\"") == "ż.pdf");
    CHECK(file_name("attachment; filename==?utf-8?B?xbwucGRm?=") == "ż.pdf");
    CHECK(file_name("attachment; filename=\"\xC5\xBC.pdf\"") == "ż.pdf");
    CHECK(file_name("attachment; filename=caf\xE9.pdf") == "café.pdf");
    CHECK(with_part("Content-Type: image/png; name=logo.png", "x").attachments.at(0).file_name == "logo.png");
}

TEST_CASE("Text is decoded from its charset; what means nothing there is replaced")
{
    auto const text = [](std::string const& charset, std::string const& bytes) {
        return parse_mail("Content-Type: text/plain; charset=" + charset + "\n\n" + bytes);
    };

    CHECK(text("iso-8859-2", "\xBF\xF3\xB3w").text == "żółw");
    CHECK(text("windows-1250", "\xBF\xF3\xB3w").text == "żółw");
    CHECK(text("\"UTF-8\"", "żółw").text == "żółw");
    CHECK(text("iso-2022-jp", "\x1B$B%F%9%H\x1B(B").text == "テスト");
    CHECK(text("big5-hkscs", "\x88\x66").text == "Ê");  // the last character waits for one that may change it
    CHECK(text("utf-16le", "z\0a\0"s).text == "za");
    CHECK(text("iso-8859-1", "\x93hm\x94").text == "“hm”");  // windows-1252 in truth
    CHECK(text("us-ascii", "żółw").text == "żółw");
    CHECK(text("utf-8", "a\xFFz").text == "a\xEF\xBF\xBDz");
    CHECK(has_defect(text("utf-8", "a\xFFz"), "text.malformed"));
    CHECK(text("x-unknown", "żółw").text == "żółw");
    CHECK(has_defect(text("x-unknown", "żółw"), "charset.unknown"));
    CHECK(text("\"../../etc/passwd//IGNORE\"", "caf\xE9").text == "café");
    CHECK(parse_mail("\nzero\0byte"s).text == "zero\xEF\xBF\xBD"s + "byte");
}

TEST_CASE("Transfer encodings are undone, damaged ones as far as they go")
{
    auto const text = [](std::string const& encoding, std::string const& body) {
        return parse_mail("Content-Transfer-Encoding: " + encoding + "\n\n" + body).text;
    };

    CHECK(text("base64", "SGVs\nbG8=\n") == "Hello");
    CHECK(text("BASE64 ", "S*G!Vs\n\n bG8\n") == "Hello");
    CHECK(text("base64", "S=GVsbG8") == "Hello");
    CHECK(text("base64", "SGVsbG8=\nA footer of the list") == "Hello");
    CHECK(text("base64", "SGVsb") == "Hel");
    CHECK(text("quoted-printable", "one=\r\n two=\n three =C5=BC =zz") == "one two three ż =zz");
    CHECK(text("x-uuencode", "begin 644 hello\n%2&5L;&\\ \n`\nend\n") == "Hello");
    CHECK(text("no-such", "Hello=20") == "Hello=20");
}

TEST_CASE("The text ends its lines with LF, without blanks before; flowed text keeps its lines")
{
    auto const message = parse_mail("Content-Type: text/plain; format=flowed\r\n\r\n  one \r\ntwo\t\r\n\r\n> three\rfour\r\n \r\n");
    CHECK(message.text == "  one\ntwo\n\n> three\nfour");
}

TEST_CASE("HTML alone gives no text")
{
    auto const message = parse_mail("Content-Type: text/html\n\n<b>Hello</b>");
    CHECK(message.text.empty());
    CHECK(message.html == "<b>Hello</b>");
    CHECK(message.attachments.empty());
}

TEST_CASE("A part with a file name is an attachment, whatever its type and disposition")
{
    auto const message = with_part("Content-Type: text/plain; name=a.txt\nContent-Disposition: inline", "Hello");
    CHECK(message.text.empty());
    CHECK(message.attachments.at(0).content == "Hello");
    CHECK(message.attachments.at(0).is_inline);
}

TEST_CASE("An image of multipart/related is inline, under the name that the HTML calls it")
{
    auto const message = parse_mail("Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src=\"cid:i@x\">\n"
                                    "--b\nContent-Type: image/png\nContent-ID: <i@x>\n\nPNG\n--b--\n");
    REQUIRE(message.attachments.size() == 1);
    CHECK(message.attachments[0].is_inline);
    CHECK(message.attachments[0].content_id == "i@x");
}

TEST_CASE("A message within a message is one attachment, and gives its id")
{
    auto const inner   = "Message-ID: <inner@x>\nSubject: in\n\nInner text\n"s;
    auto const message = with_part("Content-Type: message/rfc822", inner);
    CHECK(message.text.empty());
    REQUIRE(message.attachments.size() == 1);
    CHECK(message.attachments[0].enclosed_message_id == "inner@x");
    CHECK(message.attachments[0].content == inner);

    auto const digest = parse_mail("Content-Type: multipart/digest; boundary=b\n\n--b\n\n" + inner + "\n--b--\n");
    CHECK(digest.attachments.at(0).media_type == "message/rfc822");
}

TEST_CASE("What no person wrote is automatic")
{
    CHECK(with_field("Auto-Submitted: auto-replied; owner=x").auto_submitted == "auto-replied");
    CHECK(with_field("Auto-Submitted: auto-replied").is_automatic);
    CHECK_FALSE(with_field("Auto-Submitted: No").is_automatic);
    CHECK(with_field("X-Autoreply: yes").is_automatic);
    CHECK(with_field("Precedence: Bulk").is_automatic);
    CHECK(with_field("Precedence: list").is_automatic);
    CHECK(with_field("Precedence: junk").is_automatic);
    CHECK_FALSE(with_field("Precedence: normal").is_automatic);
}

TEST_CASE("A bounce is a report; its text is for people, its status only where there is no text")
{
    auto const status = "--b\nContent-Type: message/delivery-status\n\nStatus: 5.1.1\n--b--\n"s;
    auto const head   = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"s;

    auto const told = parse_mail(head + "--b\n\nNobody of that name\n" + status);
    CHECK(told.is_report);
    CHECK(told.is_automatic);
    CHECK(told.text == "Nobody of that name");
    CHECK(told.attachments.empty());

    CHECK(parse_mail(head + status).text == "Status: 5.1.1");
}

TEST_CASE("A boundary is a whole line: another may begin with it")
{
    auto const message = parse_mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--bb\n --b\nx--b\n--b  \t\nContent-Type: image/png\n\nPNG\n--b--\n"
                                    "--b\n\nepilogue\n");
    CHECK(message.text == "--bb\n --b\nx--b");
    CHECK(message.attachments.size() == 1);
    CHECK(message.defects.empty());
}

TEST_CASE("A multipart that never ends, or never begins, is read as far as it goes")
{
    auto const unclosed = parse_mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello");
    CHECK(unclosed.text == "Hello");
    CHECK(has_defect(unclosed, "boundary.not_closed"));

    auto const unbegun = parse_mail("Content-Type: multipart/mixed; boundary=b\n\nHello");
    CHECK(unbegun.text == "Hello");
    CHECK(has_defect(unbegun, "boundary.not_found"));

    auto const unnamed = parse_mail("Content-Type: multipart/mixed\n\nHello");
    CHECK(unnamed.text == "Hello");
    CHECK(has_defect(unnamed, "boundary.missing"));
}

TEST_CASE("A message without headers is text; an empty one is nothing")
{
    CHECK(parse_mail("\r\nHello").text == "Hello");
    CHECK(parse_mail("Just some words\nand more").text == "Just some words\nand more");
    CHECK(has_defect(parse_mail("Just some words"), "header.missing"));
    CHECK(parse_mail("").text.empty());
    CHECK(has_defect(parse_mail(""), "header.missing"));
    CHECK(parse_mail("Subject: no body").subject == "no body");
}

TEST_CASE("A line that is no header field is passed over among fields, and begins the body elsewhere")
{
    auto const among = parse_mail("To: a@b.c\nquite Wrong: x\n with more\nSubject: s\n\nHello");
    CHECK(among.subject == "s");
    CHECK(among.text == "Hello");
    CHECK(has_defect(among, "header.malformed"));

    auto const body = parse_mail("Subject: s\nDear Anna,\n\nHello");
    CHECK(body.subject == "s");
    CHECK(body.text == "Dear Anna,\n\nHello");
}

TEST_CASE("Nesting has a limit: what lies deeper is an attachment")
{
    std::string bytes;
    for (int i = 0; i < 10'000; ++i)
        bytes += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
    auto const message = parse_mail(bytes + "\nHello");
    CHECK(has_defect(message, "parts.too_deep"));
    CHECK(message.attachments.size() == 1);
    CHECK(parse_mail("To: " + repeated("(", 200'000) + repeated("a:", 20'000)).to.empty());
}

TEST_CASE("Parts, header fields and their bytes have limits")
{
    auto const parts = parse_mail("Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\nContent-Type: a/b\n\nx\n", 20'000));
    CHECK(parts.attachments.size() < mail_limits::parts);
    CHECK(has_defect(parts, "parts.too_many"));

    CHECK(has_defect(parse_mail(repeated("A: b\n", 1'000'000) + "\nHello"), "header.too_many"));
    CHECK(parse_mail(repeated("A: b\n", 1'000'000) + "\nHello").text == "Hello");

    auto const line = with_field("Subject: " + std::string(1 << 20, 'x'));
    CHECK(line.subject.size() < mail_limits::field_bytes);
    CHECK(has_defect(line, "header.too_long"));
}

TEST_CASE("Time is in proportion to the bytes, whatever is in them")
{
    auto const begin = std::chrono::steady_clock::now();
    for (auto const* piece : {"a:", "(", "<", "\"", "a,", "a@b,", "=?utf-8?q?a?= ", "=?utf-8?q?", "=?", "\\", "\xF3 ", "a.", "<a@", "\\\"", "a ", "@:"})
        (void)parse_mail("To: " + repeated(piece, 250'000 / 2) + "\nSubject: " + repeated(piece, 250'000 / 2) + "\nReferences: " + repeated(piece, 100'000) +
                   "\nContent-Type: text/plain; " + repeated(piece, 100'000) + "\n\n");
    (void)parse_mail("Content-Type: multipart/mixed; boundary=" + std::string(5'000, '-') + "\n\n" + std::string(2'000'000, '-'));
    (void)parse_mail("\n" + repeated("x\n", 1'000'000));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{20});  // squares of these would take minutes
}

TEST_CASE("Truncated and damaged messages never fail, and every text stays a text")
{
    std::mt19937 random{20260729};
    for (std::size_t length = 0; length <= offer.size(); ++length)
        REQUIRE(holds_texts_only(parse_mail(std::string_view{offer}.substr(0, length))));

    for (int round = 0; round < 3'000; ++round) {
        auto bytes = offer;
        for (int flips = 1 + static_cast<int>(random() % 20); flips > 0; --flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        REQUIRE(holds_texts_only(parse_mail(bytes)));
    }
}

TEST_CASE("Several threads understand mail at the same time")
{
    auto const                          expected = mail_as_json(parse_mail(offer), {});
    std::vector<std::thread>            threads;
    std::vector<int>                    right(4);
    for (std::size_t i = 0; i < right.size(); ++i)
        threads.emplace_back([&, i] {
            for (int round = 0; round < 200; ++round)
                right[i] += mail_as_json(parse_mail(offer), {}) == expected;
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(right == std::vector<int>(4, 200));
}

TEST_CASE("A message as JSON is one line with a fixed shape")
{
    MailSource source;
    source.file  = "offer.mbox";
    source.index = 3;
    CHECK(mail_as_json(parse_mail("From: Ewa <e@f.g>\nDate: 1 Jul 2020 07:03:41 +0200\n\nHi\nthere"), source) ==
          R"({"file":"offer.mbox","index":3,"message_id":null,"date":"2020-07-01T05:03:41Z","from":[["Ewa","e@f.g"]],"to":[],"cc":[],)"
          R"("subject":null,"in_reply_to":null,"references":[],"text_plain":"Hi\nthere","has_html":false,"attachments":[],"defects":[]})");
}

TEST_CASE("An mbox is divided where a separator follows a blank line, and nowhere else")
{
    test::TemporaryFolder folder;
    write(folder.file("box"), "From a@b Wed Jul  1 05:04:01 2020\nSubject: one\nStatus: RO\n\n"
                              "Hello\n\nFrom what I hear at 10:30 we met\n\n>From here\nFrom a@b Wed Jul  1 05:04:01 2020\n\n"
                              "From - Thu Jul 02 05:04:01 2020\nSubject: two\n\nBye\n");
    auto const found = walked(folder.file("box"));

    REQUIRE(found.size() == 2);
    CHECK(found[0].source.file == "box");
    CHECK(found[0].source.index == 0U);
    CHECK(found[0].source.seen);
    CHECK(found[0].bytes == "Subject: one\nStatus: RO\n\nHello\n\nFrom what I hear at 10:30 we met\n\nFrom here\n"
                            "From a@b Wed Jul  1 05:04:01 2020\n");
    CHECK(found[1].source.index == 1U);
    CHECK_FALSE(found[1].source.seen);
    CHECK(found[1].bytes == "Subject: two\n\nBye\n");
}

TEST_CASE("An mbox may end its lines with CRLF")
{
    test::TemporaryFolder folder;
    auto const one = "From a@b Wed Jul  1 05:04:01 2020\r\nSubject: one\r\n\r\nHello\r\n\r\n"s;
    write(folder.file("box"), one + one);
    auto const found = walked(folder.file("box"));
    REQUIRE(found.size() == 2);
    CHECK(found[0].bytes == "Subject: one\r\n\r\nHello\r\n");
}

TEST_CASE("An mbox is read in blocks, wherever these end")
{
    test::TemporaryFolder folder;
    std::string           box;
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < 600; ++i) {
        auto const body = "Subject: s\n\n" + std::string(1'000 + i * 7, 'x') + "\n";
        box += "From a@b Wed Jul  1 05:04:01 2020\n" + body + "\n";
        sizes.push_back(body.size());
    }
    write(folder.file("box"), box);
    std::vector<std::size_t> found;
    for (auto const& mail : walked(folder.file("box")))
        found.push_back(mail.bytes.size());
    sizes.back() += 1;  // the last blank line ends no separator
    CHECK(found == sizes);
}

TEST_CASE("A folder is walked whole, in order: Maildirs, messages and mboxes")
{
    test::TemporaryFolder folder;
    write(folder.file("mail/cur/2:2,RS"), "Subject: read\n\n");
    write(folder.file("mail/new/1"), "Subject: new\n\n");
    write(folder.file("mail/tmp/3"), "Subject: not delivered\n\n");
    write(folder.file("mail/.Sent/cur/4:2,"), "From a@b Wed Jul  1 05:04:01 2020\nSubject: sent\n\n");
    write(folder.file("mail/.Sent/new/.hidden"), "");
    write(folder.file("mail/box"), "From a@b Wed Jul  1 05:04:01 2020\n\n\nFrom a@b Wed Jul  1 05:04:01 2020\n\n");
    write(folder.file("mail/one.eml"), "From a@b Wed Jul  1 05:04:01 2020\nSubject: saved\n\n\nFrom a@b Wed Jul  1 05:04:01 2020\n");

    std::vector<std::string> files, folders, seen;
    for (auto const& [source, bytes] : walked(folder.file("mail"))) {
        files.push_back(source.file);
        folders.push_back(source.folder);
        if (source.seen)
            seen.push_back(source.file);
    }
    CHECK(files == std::vector{".Sent/cur/4:2,"s, "box"s, "box"s, "cur/2:2,RS"s, "new/1"s, "one.eml"s});
    CHECK(folders == std::vector{".Sent"s, "box"s, "box"s, ""s, ""s, ""s});
    CHECK(seen == std::vector{"cur/2:2,RS"s});
    CHECK(parse_mail(walked(folder.file("mail/one.eml")).at(0).bytes).subject == "saved");
}

TEST_CASE("A visitor that has enough ends the walk")
{
    test::TemporaryFolder folder;
    write(folder.file("1.eml"), "\n");
    write(folder.file("sub/2.eml"), "\n");
    write(folder.file("sub/3.eml"), "\n");
    int visits = 0;
    for_each_mail(folder.file(""), [&](auto const&, auto) { return ++visits < 2; });
    CHECK(visits == 2);
}

TEST_CASE("A path without mail is refused with a sentence that says what to give")
{
    auto const nothing = [](auto const&, auto) { return true; };
    CHECK_THROWS_AS(for_each_mail("/no/such/mail", nothing), NotFound);
    CHECK_THROWS_WITH(for_each_mail("/no/such/mail", nothing), containing("/no/such/mail") && containing("Maildir"));
    CHECK_THROWS_AS(for_each_mail("/dev/null", nothing), Unavailable);
}
