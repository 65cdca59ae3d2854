"""The full-screen viewer of photos: looking closely, comparing, and drawing the layer of annotations."""
