"""The CRM that an ERP embeds.

>>> with crm.open("sales.db", create=True, starter="sales-pl") as db:
...     with db.work("anna") as work:                 # leaving the block commits; an exception rolls back
...         jan = work.add_natural(given_name="Jan", family_name="Kowalski")
...         sale = work.add(crm.Case(type="sale", title="Offer", subject=jan, keeper="anna"))
...         work.enter_phase(sale, "offer-sent")
...     print(db.view("anna").funnel(type="sale"))
"""

from ._core import *
from ._core import __version__ as __version__
from .analysis import Funnel as Funnel, Overruns as Overruns, PlanComparison as PlanComparison, Timeline as Timeline
from .cards import PartyCard as PartyCard, PartyHit as PartyHit, PersonCard as PersonCard, SubjectCard as SubjectCard
from .conditions import (
    Field as Field,
    Relative as Relative,
    Span as Span,
    days as days,
    field as field,
    hours as hours,
    minutes as minutes,
    months as months,
    now as now,
    today as today,
    weeks as weeks,
    where as where,
    years as years,
)
from .contacts import NewContact as NewContact
from .errors import Clash as Clash, Error as Error, Violation as Violation
from .feed import FeedEntry as FeedEntry
from .finding import Found as Found, MailFile as MailFile, Page as Page
from .keys import Key as Key
