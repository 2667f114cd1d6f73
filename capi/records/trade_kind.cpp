#include "../record.hpp"

BOOST_DESCRIBE_STRUCT(crm_trade_kind, (), (struct_size, given, id, revision, code, name, counts_as, is_reversal))

CRM_RECORD_IN_C(TradeKind, trade_kind, 104)
