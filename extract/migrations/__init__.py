"""How a store made by an older program comes to the tables of today. What has landed here never changes."""
