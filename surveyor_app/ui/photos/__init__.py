"""Photos (拍摄): grid, inspector, shot list, captions, camera clocks, copies; the viewer lies inside.

Uses the rooms of base, forms, recording and sources.
"""
