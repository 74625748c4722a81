"""The collector is off while a report is read, and as it was afterwards."""

import gc

import pytest

from extract.garbage import uncollected


def test_the_collector_is_off_inside_and_on_again_after() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_comes_on_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no report"), uncollected():
        raise ValueError("no report")
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
