"""Today's laptop and centre beside a program of a later version that is really another program."""
