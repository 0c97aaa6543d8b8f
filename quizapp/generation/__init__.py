"""An article to a draft bank: everything proposes, one gate decides."""
