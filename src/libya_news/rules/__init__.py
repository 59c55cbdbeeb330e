"""The engine: what a rule, an alphabet of tags and an example are. It knows no word of any language."""
