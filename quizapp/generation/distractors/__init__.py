"""Wrong options: plausible, written like the key, and surely not true."""
