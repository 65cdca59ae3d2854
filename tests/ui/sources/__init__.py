"""Cards and watched folders in the window: one open case, watched, for all of them."""
