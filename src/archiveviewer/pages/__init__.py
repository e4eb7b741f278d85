"""An open document as pictures of its pages and boxes of its words, for the viewer.

`viewer` is the side in the window's process, `serve` the main of the process that holds the document; `wire` is what they say to each
other.
"""
