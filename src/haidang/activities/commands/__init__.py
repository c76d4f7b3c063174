"""Every write of the activities room: the catalogue, the log, its photos, its corrections."""

from haidang.activities.commands.catalogue import load_catalogue
from haidang.activities.commands.log import correct_activity, log_activity
from haidang.activities.commands.photos import attach_photo

__all__ = ["attach_photo", "correct_activity", "load_catalogue", "log_activity"]
