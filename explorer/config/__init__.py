"""What the user has set: the config file, and which keys hold because of it."""

from typing import TYPE_CHECKING

from explorer import lazily
from explorer.config.keymap import Bound, Keymap
from explorer.config.settings import MOTIONS, Motion, Settings, Wanted

if TYPE_CHECKING:
    from explorer.config.config_file import Config, config_path, open_config
    from explorer.config.preferences import Preferences, read_preferences
    from explorer.config.remapping import remapped
else:
    __getattr__ = lazily.exports(
        __name__,
        {
            "config_file": "Config config_path open_config",
            "preferences": "Preferences read_preferences",
            "remapping": "remapped",
        },
    )

__all__ = [
    "MOTIONS",
    "Bound",
    "Config",
    "Keymap",
    "Motion",
    "Preferences",
    "Settings",
    "Wanted",
    "config_path",
    "open_config",
    "read_preferences",
    "remapped",
]
