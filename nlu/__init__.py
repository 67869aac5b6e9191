"""Understanding: what a citizen's text means. Knows no database, network, environment or clock.

An `Interpreter` (see `interpretation`) answers a group of texts at once. The default engine is
`embedded`; `train.ensure` makes its model file. `urgency`, `places` and `facts` are plain rules
that every engine shares, and may be called alone.
"""
