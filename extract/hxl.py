"""The columns in the words of the Humanitarian Exchange Language (hxlstandard.org, version 1.1)."""

from collections.abc import Mapping
from types import MappingProxyType

_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "fact_id": "#meta+id+fact",
        "report_id": "#meta+id+report",
        "article": "#meta+source+article",
        "incident": "#crisis+name",
        # One column holds figures of every kind, so none of #affected, #capacity or #inneed is right for it.
        "kind": "#indicator+type",
        "aspect": "#indicator+name",
        "theme": "#activity+theme",
        "start": "#date+start",
        "end": "#date+end",
        "time_precision": "#date+precision",
        "time_basis": "#date+basis",
        "time_text": "#date+text",
        "reported_at": "#date+reported",
        "responder": "#org+responder+name",
        "responder_text": "#org+responder+text",
        "responder_type": "#org+responder+type",
        "place": "#loc+name",
        "value_min": "#indicator+value+min+num",
        "value_max": "#indicator+value+max+num",
        "modifier": "#indicator+value+modifier",
        "measure": "#indicator+value+unit",
        "status": "#status",
        "quote": "#description+quote",
        "quote_start": "#meta+quote+start+num",
        "quote_end": "#meta+quote+end+num",
        "sentence": "#description+sentence",
        "sentence_start": "#meta+sentence+start+num",
        "sentence_end": "#meta+sentence+end+num",
        "rule": "#meta+rule",
        "same_as": "#meta+id+fact+same",
        "revises": "#meta+id+fact+revised",
        "contradicts": "#meta+id+fact+contradicted",
        "verdict": "#status+verdict",
        "directive_id": "#meta+id+directive",
        "issuer": "#contact+issuer+name",
        "issuer_role": "#contact+issuer+role",
        "venue": "#event+venue+name",
        "addressee": "#org+addressee+name",
        "themes": "#activity+theme+list",
        "class": "#date+type",
        "source_name": "#meta+source+file",
        "sha256": "#meta+source+hash",
        "title": "#meta+source+title",
        "title_clue": "#meta+source+title+clue",
        "publisher": "#org+publisher+name",
        "publisher_clue": "#org+publisher+clue",
        "published": "#date+published",
        "published_basis": "#date+published+basis",
        "published_clue": "#date+published+clue",
        "added_at": "#date+added",
        "text": "#description+text",
    }
)


def tag_of(column: str) -> str:
    """Return the tag and attributes of a column; "", which HXL allows, for a column of no table."""
    return _TAGS.get(column, "")
