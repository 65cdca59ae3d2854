"""What is said of the speed is true of the last seconds."""

from __future__ import annotations

from surveyor_app.ui.delivery.speed import Speed


def test_it_is_that_of_the_last_seconds_and_not_of_what_was_there_before() -> None:
    now = [0.0]
    speed = Speed(lambda: now[0])
    speed.see(50_000_000)
    assert (speed.per_second(), speed.left_s(1000)) == (None, None)
    for second in range(1, 11):
        now[0] = float(second)
        speed.see(50_000_000 + second * 1000)
    assert speed.per_second() == 1000
    assert speed.left_s(5000) == 5
    for second in range(11, 20):
        now[0] = float(second)
        speed.see(50_010_000)
    assert speed.per_second() == 0
    assert speed.left_s(5000) is None
    speed.see(10)
    assert speed.per_second() is None, "sent again from its beginning"
