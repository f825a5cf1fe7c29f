"""Photos and holes: files, geometry, classical fills and synthetic damage."""
