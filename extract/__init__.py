"""Reads Chinese flood reports: every figure with its time, its responder and its source words."""

from extract.pipeline import extract

__all__ = ["extract"]
