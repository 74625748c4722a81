"""What a correction did is said in numbers and moments."""

from dashboard.moves import moved_words
from extract.differences import Difference


def test_rows_whose_times_moved_are_counted_once_and_moves_listed_the_commonest_first() -> None:
    differences = [
        Difference("f1", "start", "2026-07-05T16:00:00", "2024-07-05T16:00:00"),
        Difference("f1", "end", "2026-07-05T18:00:00", "2024-07-05T18:00:00"),
        Difference("f2", "end", "2026-07-05T18:00:00", "2024-07-05T18:00:00"),
        Difference("f3", "start", None, "2024-07-06T00:00:00"),
        Difference("f3", "reported_at", "2026-07-06T00:00:00", "2024-07-06T00:00:00"),
    ]
    assert moved_words(differences, "zh") == (
        "3 条事实和指令的时间随之移动：",
        "2026-07-05 18:00 → 2024-07-05 18:00（2 条）",
        "2026-07-05 16:00 → 2024-07-05 16:00（1 条）",
        "未定时 → 2024-07-06（1 条）",
    )


def test_rows_that_came_and_went_are_counted() -> None:
    differences = [Difference("f1", None, "旧", None), Difference("f2", None, None, "新")]
    assert moved_words(differences, "zh") == ("没有时间因此移动。", "新读出 1 条", "不再成立 1 条")


def test_many_moves_are_cut() -> None:
    differences = [
        Difference(f"f{hour}", "start", f"2026-07-05T{hour:02}:00:00", f"2024-07-05T{hour:02}:00:00")
        for hour in range(9)
    ]
    assert moved_words(differences, "zh")[-1] == "另有 3 种移动"
