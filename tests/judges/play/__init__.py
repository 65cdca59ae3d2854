"""One motor claim played by people in browsers of their own and a surveyor at a live window, from the report to "accepted"."""
