"""The one door to a library: the only package that joins the steps from file to answer."""
