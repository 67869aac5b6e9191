"""The staff's edge: the JSON API, the console's pages and the reports."""
