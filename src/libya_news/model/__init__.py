"""What is known: frozen types only. No rule, no parsing, no reading of files."""

from __future__ import annotations

from libya_news.model.actor import Actor, Role
from libya_news.model.article import Article, Caption, Dateline, Zone
from libya_news.model.casualty import Casualty, Perpetrator, Victims
from libya_news.model.claim import Claim, Speaker
from libya_news.model.count import Count
from libya_news.model.explanation import Explanation, Step
from libya_news.model.finding import Finding
from libya_news.model.framing import Framing
from libya_news.model.ids import casualty_id, claim_id, slug, text_sha256
from libya_news.model.incident import Bound, Contradiction, Incident, Member, Toll
from libya_news.model.interval import DateMention, Days, Interval, as_day, tripoli_day
from libya_news.model.place import Place, Relation
from libya_news.model.record import SCHEMA, Record
from libya_news.model.span import Evidence, Mention

__all__ = [
    "SCHEMA",
    "Actor",
    "Article",
    "Bound",
    "Caption",
    "Casualty",
    "Claim",
    "Contradiction",
    "Count",
    "DateMention",
    "Dateline",
    "Days",
    "Evidence",
    "Explanation",
    "Finding",
    "Framing",
    "Incident",
    "Interval",
    "Member",
    "Mention",
    "Perpetrator",
    "Place",
    "Record",
    "Relation",
    "Role",
    "Speaker",
    "Step",
    "Toll",
    "Victims",
    "Zone",
    "as_day",
    "casualty_id",
    "claim_id",
    "slug",
    "text_sha256",
    "tripoli_day",
]
