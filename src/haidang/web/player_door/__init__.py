"""The door of players: what the small computers at stations ask and tell, and nobody else."""

from haidang.web.player_door.door import PlayerDoor

__all__ = ["PlayerDoor"]
