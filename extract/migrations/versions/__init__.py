"""The migrations, each after the one its `down_revision` names."""
