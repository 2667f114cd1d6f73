#pragma once

#include <crm/model/search.hpp>
#include <crm/record/row.hpp>

#include <cstdint>
#include <string>

namespace crm::exchange {

/// Counts rows, and chains SHA-256 over all their cells, in the order in which they come.
class Checksum {
public:
    void add(record::Columns const& columns, record::Row const& row, std::size_t width)
    {
        text_ = digest_;
        for (std::size_t i = 0; i != width; ++i)
            add(columns[i].kind, row[i]);
        digest_ = sha256(text_);
        ++rows_;
    }

    [[nodiscard]] std::uint64_t      rows() const { return rows_; }
    [[nodiscard]] std::string const& digest() const { return digest_; }

    friend bool operator==(Checksum const& a, Checksum const& b) { return a.rows_ == b.rows_ && a.digest_ == b.digest_; }

private:
    void add(record::Kind kind, record::Cell const& cell)
    {
        if (cell.null)
            text_ += 'n';
        else if (kind == record::Kind::integer)
            text_.append("i").append(std::to_string(cell.integer)).append(";");
        else
            text_.append("t").append(std::to_string(cell.text.size())).append(":").append(cell.text);
    }

    std::string   digest_{};
    std::string   text_{};
    std::uint64_t rows_ = 0;
};

}  // namespace crm::exchange
