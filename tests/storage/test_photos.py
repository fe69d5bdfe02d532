from __future__ import annotations

from bot.desk.ticket import TicketPhoto
from bot.messages import Attachment
from storage import Storage
from tests.storage.samples import NOW, WANG_CHAT, leak


def test_photos_are_kept_with_their_stage(storage: Storage) -> None:
    with storage.begin() as work:
        ticket = work.tickets.add(leak())
        for stage in ("report", "result"):
            photo = Attachment("photo", "1.jpg", f"{stage}/1.jpg")
            work.tickets.keep_photo(TicketPhoto(ticket.id, stage, NOW, "王女士", photo))
        kept = work.tickets.photos(ticket.id)
    assert [(photo.stage, photo.attachment.path) for photo in kept] == [
        ("report", "report/1.jpg"),
        ("result", "result/1.jpg"),
    ]
    assert len({photo.id for photo in kept}) == 2


def test_a_photo_waits_until_it_is_fetched_from_its_platform(storage: Storage) -> None:
    with storage.begin() as work:
        ticket = work.tickets.add(leak())
        for attachment in (
            Attachment("photo", remote="f1"),
            Attachment("photo", path="here.jpg", remote="f2"),
        ):
            work.tickets.keep_photo(TicketPhoto(ticket.id, "report", NOW, "王女士", attachment))
        ((waiting, origin),) = work.tickets.photos_to_fetch(5)
        assert (waiting.attachment.remote, origin) == ("f1", WANG_CHAT)
        work.tickets.photo_fetched(waiting.id, "ab12.jpg")
        assert work.tickets.photos_to_fetch(5) == []
        kept = [photo.attachment for photo in work.tickets.photos(ticket.id)]
    assert [(photo.remote, photo.path) for photo in kept] == [("f1", "ab12.jpg"), ("f2", "here.jpg")]
