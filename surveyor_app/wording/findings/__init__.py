"""The tables of the trade that decide what is asked for and said: checks, papers, enquiries, prompts, time limits, wordings."""
