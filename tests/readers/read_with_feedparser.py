"""Prints what feedparser sees in each document named on the command line, as JSON."""
import calendar
import json
import sys

import feedparser


def moment(parsed):
    return None if parsed is None else calendar.timegm(parsed)


def seen(path):
    with open(path, "rb") as document:
        feed = feedparser.parse(document.read())
    return {
        "bozo": str(feed.get("bozo_exception", "")) if feed.bozo else "",
        "version": feed.version,
        "title": feed.feed.get("title"),
        "items": [
            {
                "id": entry.get("id"),
                "title": entry.get("title"),
                "link": entry.get("link"),
                "published": moment(entry.get("published_parsed")),
                "authors": [author.get("name") for author in entry.get("authors", [])],
                "tags": [tag.get("term") for tag in entry.get("tags", [])],
                "credits": [credit.get("content") for credit in entry.get("media_credit", [])],
                "pictures": [media.get("url") for media in entry.get("media_content", [])],
                "content": entry.content[0].value if "content" in entry else "",
            }
            for entry in feed.entries
        ],
    }


json.dump([seen(path) for path in sys.argv[1:]], sys.stdout)
