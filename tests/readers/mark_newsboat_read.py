"""Prints the items in newsboat's cache as JSON, as they are, and marks them all as read."""
import json
import sqlite3
import sys

cache = sqlite3.connect(sys.argv[1])
rows = cache.execute("select feedurl, guid, unread, content from rss_item order by id").fetchall()
cache.execute("update rss_item set unread = 0")
cache.commit()
keys = ("feed", "id", "unread", "content")
json.dump([dict(zip(keys, row)) for row in rows], sys.stdout)
