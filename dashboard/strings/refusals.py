"""Why a file cannot be read and what to do, in Chinese, by what is said in English."""

import re
from typing import Final

REFUSALS: Final[tuple[tuple[re.Pattern[str], str], ...]] = ()
