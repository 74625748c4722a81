"""Lines cut at fixed widths tell their columns; justified lines do not."""

from extract.columns import find_columns


def _lines(*widths: int) -> list[tuple[int, int, bool]]:
    """Make lines of these widths; a negative one ends a sentence."""
    return [(abs(width), abs(width), width < 0) for width in widths]


def test_each_line_stands_in_the_column_that_makes_the_fewest_odd() -> None:
    lines = _lines(17, 17, 17, -5, 9, 21, 21, 21, -8)
    columns = find_columns(lines)
    assert columns[:4] == [17] * 4
    assert columns[5:] == [21] * 4


def test_a_short_line_ends_the_column_before_it() -> None:
    assert find_columns(_lines(26, 26, 26, -7, 13, 13, 13, -2)) == [26] * 4 + [13] * 4


def test_justified_lines_have_no_column() -> None:
    assert find_columns(_lines(18, 20, 19, 17, 20, 18, -4)) == [0] * 7


def test_lines_that_are_whole_paragraphs_have_no_column() -> None:
    assert find_columns(_lines(-120, -88, 9, -230, -61, -77, -140)) == [0] * 7
    assert find_columns([]) == []


def test_a_line_cut_at_a_space_is_full() -> None:
    full = (21, 21, False)
    assert find_columns([full, full, (20, 21, False), full, full, (3, 3, True)]) == [21] * 6
