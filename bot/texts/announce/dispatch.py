"""A ticket goes out: its card to the group, by night to the duty officer too, and grave ones to the managers (A11, C04)."""

from __future__ import annotations

from bot.desk.people import Staff
from bot.desk.ticket import Event, Ticket
from bot.texts import card, owner
from bot.texts.announce.cards import Cards
from bot.texts.announce.post import Post
from bot.texts.card import Face


def dispatched(post: Post, cards: Cards, event: Event) -> None:
    """The owner's answer is the conversation's; where the clock dispatched, it is told from here."""
    ticket = event.ticket
    if ticket.kind == "suggestion":
        cards.to_staff(ticket, post.routing.director(), "director", post.voice.say("note.suggestion"))
    else:
        hand_out(post, cards, ticket)
    if event.by.kind == "clock":
        post.tell_owner(ticket, "news.dispatched", lambda voice: owner.matter_rows(voice, ticket))


def hand_out(post: Post, cards: Cards, ticket: Ticket, note: str = "") -> None:
    """A new card where the ticket goes now; `note` says why it comes. About a person: to their manager alone (B08)."""
    blamed = post.routing.blamed(ticket)
    informed: list[Staff] = []
    if blamed is None:
        cards.to_group(ticket, note)
    else:
        informed.append(post.instead(blamed, ticket))
        cards.to_staff(ticket, informed[0], "duty", note or _about(post, blamed))
    if blamed is None and not post.calendar.is_open(post.now):
        officer = post.routing.duty_officer(post.now, post.calendar)
        cards.to_staff(ticket, officer, "duty", note or post.voice.say("note.duty"))
        informed.append(officer)
    if post.is_grave(ticket):
        tell_managers(post, ticket, informed)


def _about(post: Post, blamed: Staff) -> str:
    """A complaint about the director is the company's to decide; whoever gets it here passes it on (H)."""
    if blamed != post.routing.director():
        return post.voice.say("note.blamed", name=blamed.name)
    company = post.community.company_contact
    contact = " ".join(part for part in (company.name, company.phone, company.email) if part)
    return post.voice.say("note.blamed_director", name=blamed.name, contact=contact)


def tell_managers(post: Post, ticket: Ticket, informed: list[Staff]) -> None:
    """Department manager and director, outside opening hours the duty manager; a line in the managers' group."""
    routing, voice = post.routing, post.voice
    people = [routing.manager_of(ticket), routing.director()]
    if not post.calendar.is_open(post.now):
        people.append(routing.duty_manager())
    group = routing.group_name(ticket.group)
    severity = card.severity(voice, ticket)
    text = card.text(voice, ticket, Face(note=voice.say("note.grave", severity=severity, group=group)))
    blamed = routing.blamed(ticket)
    told = {staff.id: staff for staff in people if staff != blamed}
    for staff in told.values():
        if staff not in informed:
            post.to_staff(staff, lambda private: text, ticket)
    names = "、".join(staff.name for staff in told.values())
    post.to_managers(post.say("line.grave", ticket, severity=severity, group=group, told=names), ticket)
