"""Numbers, shares, ranges and dates: found in an article, and written as it writes them."""
