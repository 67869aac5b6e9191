"""How well an engine understands: answers beside the truth become values, for a table or a page.

`examination` puts the questions; `intents`, `confidence`, `danger` and `entities` judge the
answers; `speed` and `serving` measure what they cost; `report` brings one engine's values
together, `figures` names each beside its target, `page` draws them.
"""
