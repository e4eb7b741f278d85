"""Where the pages of a document lie on a screen, and what is seen of them: plain arithmetic, without Qt and without the document.

The window lays pages out by it, and the worker draws by it what will be seen first before the window has asked.
"""
