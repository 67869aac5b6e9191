"""Understanding: what a citizen's text means. Knows no database, network, environment or clock.

An `Interpreter` (see `interpretation`) answers a group of texts at once. The default engine is
`embedded`; `train.ensure` makes its model file. `urgency` and `entities` (which joins
`facts`, `places` and `dates`) are plain rules that every engine shares, and may be called alone.
"""
