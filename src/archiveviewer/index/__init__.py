"""Both databases of a library: their schema, every write, and every read but search.

`index.db` is derived from the files and can be thrown away and rebuilt; `library.db` holds what a person made and never is. A run
that writes holds the one writer lock; any number of readers may look on, and see each batch as soon as it is committed.
"""
