"""What a timeline shows, read back from its figure."""

import plotly.graph_objects as go

_OPENING, _CLOSING = "<span style='--row:name'>", "</span>"


def names_of(figure: go.Figure) -> list[str]:
    """List the names of its rows, HTML, from the top."""
    texts = [text for trace in figure.data for text in (trace.text or () if trace.type == "scatter" else ())]
    named = [text for text in texts if text.startswith(_OPENING)]
    return [text.removeprefix(_OPENING).removesuffix(_CLOSING) for text in named]
