#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_trade_document, (), (struct_size, given, id, revision, kind_id, reference, host_key, case_id,
                                               net, category, status, issued_on, reserved))

template <>
inline constexpr auto crm::capi::given_bits<crm_trade_document> = std::to_array<GivenBit>(
    {{"issued_on", CRM_TRADE_DOCUMENT_ISSUED_ON}});

CRM_RECORD_IN_C(TradeDocument, trade_document, 144)
