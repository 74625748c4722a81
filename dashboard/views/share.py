"""What hands the view on: its link, a message for a chat, a code to scan, a frame, the report for paper."""

import segno
import streamlit as st
from segno.encoder import DataOverflowError

from dashboard import session
from dashboard.message import make_title, write_message
from dashboard.quotes import escape_html
from dashboard.scene import Scene
from dashboard.strings import say
from dashboard.views.takeaway import offer_briefing

_LOCAL = ("http://localhost", "http://127.", "http://[::1]")
_QUIET = 4
"""Modules of white around a code, as its standard asks."""
_LEAST, _DOT, _MOST = 240, 3, 520
"""Pixels: of a code's side at least, of a module at least, and of a side that still fits beside the words."""


@st.fragment
def show_share(scene: Scene) -> None:
    """Draw the control; what is in it is made when it is opened, and draws nothing else anew."""
    lang = scene.lang
    control = st.popover(say(lang, "share"), icon=":material/share:", key="share", on_change="rerun")
    if control.open:
        with control:
            st.html(tell_ways(scene, session.link(scene.incident)))
            offer_briefing(scene, "share_briefing")


def show_whole(scene: Scene) -> None:
    """Draw, in a frame, the link to the same view outside of it."""
    words = f'{escape_html(say(scene.lang, "share_whole"))} <span aria-hidden="true">↗</span>'
    address = escape_html(session.link(scene.incident))
    st.html(f'<a class="whole-view" href="{address}" target="_blank">{words}</a>')


def tell_ways(scene: Scene, address: str) -> str:
    """Write the link and all that is made of it, each with a button that copies it, as HTML."""
    lang = scene.lang
    local = _note("share_local", lang) if address.startswith(_LOCAL) else ""
    frame_note = _note("share_frame_how", lang)
    copied = (
        _copyable("share_link", address, lang, _note("share_how", lang) + local),
        _copyable("share_message", write_message(scene, address), lang),
        _copyable("share_frame", frame(address, make_title(scene)), lang, frame_note, folded=True),
    )
    code = f"<h2>{escape_html(say(lang, 'share_code'))}</h2>{draw_code(address, lang)}"
    return f'<div class="share"><div>{"".join(copied)}</div><section>{code}</section></div>'


def frame(address: str, title: str) -> str:
    """Write the HTML that puts the view into another page, to be pasted there."""
    return (
        f'<iframe src="{escape_html(f"{address}&embed=true")}" title="{escape_html(title)}" '
        'width="100%" height="900" style="border:0" loading="lazy"></iframe>'
    )


def draw_code(address: str, lang: str) -> str:
    """Draw an address as a QR code, black on white in any theme, large enough to scan from a screen, as HTML.

    An address too long for that gets a sentence that says so.
    """
    try:
        code = segno.make_qr(address, error="l")
    except DataOverflowError:
        return _note("share_code_long", lang)
    modules, _ = code.symbol_size(border=_QUIET)
    scale = max(_DOT, -(-_LEAST // modules))
    if (side := modules * scale) > _MOST:
        return _note("share_code_long", lang)
    picture = code.png_data_uri(scale=scale, border=_QUIET, dark="#000", light="#fff")
    alt = escape_html(say(lang, "share_code_alt"))
    return f'<img class="code" src="{picture}" width="{side}" height="{side}" alt="{alt}">'


def _note(key: str, lang: str) -> str:
    return f"<p>{escape_html(say(lang, key))}</p>"


def _copyable(key: str, words: str, lang: str, note: str = "", *, folded: bool = False) -> str:
    name = say(lang, key)
    label, done, failed = (
        escape_html(say(lang, f"share_{what}", name=name.lower()))
        for what in ("copy", "copied", "copy_failed")
    )
    tag, heading = ("details", "summary") if folded else ("section", "h2")
    return (
        f"<{tag}><{heading}>{escape_html(name)}</{heading}>"
        f'<pre tabindex="0"><code>{escape_html(words)}</code></pre>'
        f'<button type="button" data-copied="{done}" data-failed="{failed}">{label}</button>'
        f"{note}</{tag}>"
    )
