"""Spans are half-open and run forwards."""

from extract.spans import Span


def test_a_span_counts_from_its_start_to_before_its_end() -> None:
    assert len(Span(2, 5)) == 3
    assert "口门已堵住"[slice(2, 5)] == "已堵住"


def test_neighbours_do_not_overlap_and_a_span_covers_itself() -> None:
    assert not Span(0, 2).overlaps(Span(2, 4))
    assert Span(0, 3).overlaps(Span(2, 4))
    assert Span(0, 3).covers(Span(0, 3))
    assert not Span(0, 3).covers(Span(2, 4))
    assert Span(1, 2).shift(3) == Span(4, 5)
