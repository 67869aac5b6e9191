"""The domain: the desk's nouns and verbs, and the store they own."""
