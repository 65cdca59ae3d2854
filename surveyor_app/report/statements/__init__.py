"""The paper of a statement (询问笔录): what it prints, its pages as they are signed, and what it proves of itself."""
