"""How figures grow with a case: the law over sizes, printed beside the goal at the largest."""
