"""People by responder: bars of lower bounds, an arrow where the count is open above."""

import plotly.graph_objects as go

from dashboard.charts.palette import Palette, dress
from dashboard.quotes import escape_chart
from dashboard.situation import Commitment
from dashboard.wording import known, time_words, value_words

_ROW = 46
_HEADROOM = 1.75
"""How far the axis reaches beyond the longest bar, to leave room for its words."""


def draw_personnel(people: Commitment, palette: Palette, lang: str) -> go.Figure:
    """Draw each unit's latest count, the largest on top; a point's `customdata` is its fact's id."""
    facts = people.counted[::-1]
    low = [fact.value_min if known(fact.value_min) else 0 for fact in facts]
    names = [escape_chart(fact.responder if known(fact.responder) else fact.quote) for fact in facts]
    values = [value_words(fact, lang) for fact in facts]
    arrows = [" →" if known(fact.value_min) and not known(fact.value_max) else "" for fact in facts]
    times = [time_words(fact, lang) for fact in facts]
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=low,
            y=list(range(len(facts))),
            width=0.42,
            offset=-0.42,
            text=[f"{value}{arrow}" for value, arrow in zip(values, arrows, strict=True)],
            textposition="outside",
            cliponaxis=False,
            marker={"color": [palette.of(fact.responder_type) for fact in facts], "cornerradius": 3},
            customdata=[fact.fact_id for fact in facts],
            hovertext=[
                f"<b>{unit}</b><br>{value}<br>{when}<br>{escape_chart(fact.quote)}"
                for unit, value, when, fact in zip(names, values, times, facts, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    for place, (unit, when) in enumerate(zip(names, times, strict=True)):
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=place + 0.22, yanchor="middle", showarrow=False,
            text=f"{unit} <span style='color:{palette.muted}'>{when}</span>", font={"size": 12},
        )  # fmt: skip  # one annotation reads as one line
    figure.update_xaxes(visible=False, range=[0, max([*low, 1]) * _HEADROOM], fixedrange=True)
    figure.update_yaxes(visible=False, range=[-0.6, len(facts) - 0.4], fixedrange=True)
    dressed = dress(figure, palette, _ROW * len(facts) + 20)
    dressed.update_layout(margin={"t": 0})
    return dressed
