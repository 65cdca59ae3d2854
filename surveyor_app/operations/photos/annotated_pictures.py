"""Previews with their layer drawn over them, for the report; the previews themselves stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import LayoutFailed
from surveyor_app.domain.photos.shapes import Drawn
from surveyor_app.media.facts import PREVIEW_PX
from surveyor_app.media.render_jobs import RenderJob
from surveyor_app.media.worker import MediaWorkers

PRINTED_QUALITY = 80
WORKERS = 2

Layer = tuple[Drawn, ...]


def with_layers(
    pictures: Mapping[str, bytes], layers: Mapping[str, Layer], cancel_point: Callable[[], None]
) -> dict[str, bytes]:
    """Return the pictures (JPEG by evidence id), those with a layer drawn anew.

    Workers are started only when there is something to draw. ``cancel_point`` is called before each picture.

    Raises:
        LayoutFailed: a layer could not be drawn. The bare picture is no substitute: it may show what was to be hidden.
    """
    result = dict(pictures)
    wanted = [id_ for id_ in pictures if layers.get(id_)]
    if not wanted:
        return result
    with MediaWorkers(min(WORKERS, len(wanted))) as workers:
        for id_ in wanted:
            cancel_point()
            job = RenderJob(PREVIEW_PX, quality=PRINTED_QUALITY, layer=layers[id_], font=drawing_font())
            rendered = workers.render(pictures[id_], job)
            if rendered.jpeg is None:
                raise LayoutFailed(reason=f"annotations of {id_}: {rendered.problem}")
            result[id_] = rendered.jpeg
    return result


@lru_cache
def drawing_font() -> str:
    """Return the path of the font that labels are drawn with; it has the Chinese characters in use."""
    return str(resources_dir() / "fonts" / "NotoSansSC-Regular.ttf")
