"""A Rasa project, and the commands that give it an environment, train it and serve it."""
