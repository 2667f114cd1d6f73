#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_document, (), (struct_size, given, id, revision, number, title, kind, received_at,
                                         file_name, media_type, content_id, reference, status, direction, issued_on,
                                         valid_since, valid_until, reserved))

template <>
inline constexpr auto crm::capi::given_bits<crm_document> = std::to_array<GivenBit>({
    {"received_at", CRM_DOCUMENT_RECEIVED_AT},
    {"issued_on", CRM_DOCUMENT_ISSUED_ON},
    {"valid_since", CRM_DOCUMENT_VALID_SINCE},
    {"valid_until", CRM_DOCUMENT_VALID_UNTIL},
});

CRM_RECORD_IN_C(Document, document, 200)
