"""What the drivers of databases say when they fail, and what that means to a user."""

from typing import Final

_SILENT, _START = "no database answers there", "Start the server, or check host and port."

# What a driver says, what it means to a user, and what to do.
EXPLAINED: Final = (
    (
        "not written back",
        "a program that wrote to it was stopped, and only its owner can see what is in it",
        "Ask its owner to open it once.",
    ),
    ("unable to open", "the file cannot be opened", "Create its folder and check that you may write there."),
    ("not a database", "the file is no database", "Choose another name for the store."),
    ("malformed", "the file is damaged", "Bring back a copy of it, or start a new store."),
    ("readonly", "the store may not be written", "Ask its owner for the right, or choose another store."),
    ("read-only", "the store may not be written", "Ask its owner for the right, or choose another store."),
    ("permission denied", "the store may not be used so", "Ask its owner for the right to it."),
    ("locked", "another program keeps writing to it", "Wait for that program to end and try again."),
    (
        "is full",
        "there is no space left for it",
        "Free some space and try again; what was added before is safe.",
    ),
    (
        "No space left",
        "there is no space left for it",
        "Free some space and try again; what was added before is safe.",
    ),
    ("disk I/O", "the disk does not take what is written", "Check the disk; what was added before is safe."),
    ("exceeds btree", "an id is too long for it", "Give the report an id of at most 500 characters."),
    ("Connection refused", _SILENT, _START),
    ("No such file or directory", _SILENT, _START),
    ("resolve host", _SILENT, _START),
    ("timeout expired", _SILENT, _START),
    ("server closed the connection", _SILENT, _START),
    ("terminating connection", _SILENT, _START),
    ("password", "the server refuses the user", "Check user and password in the URL."),
    ("does not exist", "the server has no such database or user", "Create it, or check the URL."),
)


def explain(said: str) -> tuple[str, str]:
    """Return what is wrong and what to do, by a driver's words; of words nobody knows, those words."""
    for words, problem, remedy in EXPLAINED:
        if words in said:
            return problem, remedy
    return said.strip(), "Check the URL and the database behind it."
