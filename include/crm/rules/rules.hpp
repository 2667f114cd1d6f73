// Every rule of every record.
#pragma once

#include <crm/rules/base.hpp>
#include <crm/rules/case.hpp>
#include <crm/rules/contact.hpp>
#include <crm/rules/document.hpp>
#include <crm/rules/identifier.hpp>
#include <crm/rules/message.hpp>
#include <crm/rules/note.hpp>
#include <crm/rules/operator.hpp>
#include <crm/rules/party.hpp>
#include <crm/rules/person.hpp>
#include <crm/rules/phase.hpp>
#include <crm/rules/plan_line.hpp>
#include <crm/rules/subject.hpp>
#include <crm/rules/task.hpp>
#include <crm/rules/trade_document.hpp>
