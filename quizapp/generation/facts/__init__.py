"""What an article says of its things: descriptions, terms, events, reasons."""
