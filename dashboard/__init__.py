"""The dashboard: shows the timeline table beside the directives; reads a store, extracts nothing."""
