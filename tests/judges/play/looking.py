"""How a reviewer looks: from photo to photo by Enter, at video and sound from anywhere in them, at the pages of a statement."""

from __future__ import annotations

from tests.judges.play.people import Person


def goes_by_enter(reviewer: Person, path: str, count: int) -> None:
    """Press Enter from one to the next; each must be in sight with its picture there when the keyboard comes to it."""
    reviewer.go(path)
    seen: list[str] = []
    while True:
        here = reviewer.ask(_HERE)
        if here is None or here["id"] in seen:
            break
        assert here["loaded"], here
        assert here["inside"], here
        seen.append(here["id"])
        reviewer.press("Enter")
    assert len(seen) == count, seen


def plays(reviewer: Person, path: str, kind: str, seconds: int) -> None:
    """Play a video or a sound from the beginning, and from near its end."""
    reviewer.go(path)
    told = reviewer.ask(_PLAY, kind)
    assert told["error"] is None, told
    assert told["first"] > 0, told
    assert told["last"] > seconds - 5, told


def page_widths(reviewer: Person) -> list[int]:
    """Return how many pixels wide each picture of a page came."""
    return list(reviewer.ask(_PAGES))


_HERE = """async () => {
  const link = document.activeElement
  const article = link.closest('article.look')
  if (article === null) return null
  const picture = article.querySelector('img')
  if (picture !== null && !picture.complete) await new Promise((resolve) => { picture.onload = picture.onerror = resolve })
  const box = link.getBoundingClientRect()
  const inside = box.top >= 0 && box.bottom <= window.innerHeight
  return { id: link.id, loaded: picture === null || picture.naturalWidth > 0, inside }
}"""
_PAGES = """async () => {
  const found = [...document.querySelectorAll('img.page')]
  for (const picture of found) {
    picture.loading = 'eager'
    if (!picture.complete) await new Promise((resolve) => { picture.onload = picture.onerror = resolve })
  }
  return found.map((picture) => picture.naturalWidth)
}"""
_PLAY = """async (kind) => {
  const media = document.querySelector(kind)
  const until = (test) => new Promise((resolve) => {
    const begun = Date.now()
    const look = () => test() || media.error || Date.now() - begun > 15000 ? resolve() : setTimeout(look, 50)
    look()
  })
  media.muted = true
  await media.play().catch(() => null)
  await until(() => media.currentTime > 0.2)
  const first = media.currentTime
  media.currentTime = media.duration - 2
  await until(() => !media.seeking && media.currentTime > media.duration - 1.8)
  return { first, last: media.currentTime, error: media.error ? media.error.message : null }
}"""
