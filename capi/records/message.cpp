#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_message, (), (struct_size, given, id, revision, key, message_id, contact_id, sent_at,
                                        sender, sender_name, other_side, recipients, subject_line, headers, text,
                                        in_reply_to, references_to, raw_id, explanation, is_synthetic, state,
                                        direction, is_automatic))

template <>
inline constexpr auto crm::capi::given_bits<crm_message> = std::to_array<GivenBit>({{"sent_at", CRM_MESSAGE_SENT_AT}});

CRM_RECORD_IN_C(Message, message, 296)
