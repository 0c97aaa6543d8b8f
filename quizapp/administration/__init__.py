"""Administration: the first start and the site."""
