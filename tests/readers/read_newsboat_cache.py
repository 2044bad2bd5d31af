"""Prints the items in newsboat's cache as JSON, in the order of their guids."""
import json
import sqlite3
import sys

rows = sqlite3.connect(sys.argv[1]).execute(
    "select guid, title, url, pubDate, feedurl from rss_item order by feedurl, guid"
)
keys = ("id", "title", "link", "published", "feed")
json.dump([dict(zip(keys, row)) for row in rows], sys.stdout)
