/** Three documents that keep every rule, for cases to break one at a time. */

export const NOW_MS = Date.UTC(2026, 5, 2);

export const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Harbour &#x26; News</title>
<link>https://post.example/</link>
<description>What the harbour says</description>
<atom:link href="https://post.example/all.rss" rel="self" type="application/rss+xml"/>
<atom:link href="https://post.example/3.rss" rel="prev-archive"/>
<atom:link href="https://post.example/now.rss" rel="current"/>
<fh:archive/>
<language>pt-BR</language>
<managingEditor>desk@post.example (The Desk)</managingEditor>
<lastBuildDate>Mon, 01 Jun 2026 10:00:00 GMT</lastBuildDate>
<docs>http://www.rssboard.org/rss-specification</docs>
<ttl>60</ttl>
<skipHours><hour>0</hour><hour>23</hour></skipHours>
<skipDays><day>Sunday</day></skipDays>
<image><url>https://post.example/logo.png</url><title>Harbour &#x26; News</title><link>https://post.example/</link><width>88</width></image>
<item>
<title>The crane is &#x3C; back</title>
<link>https://post.example/crane/</link>
<description>A crane, at last</description>
<content:encoded><![CDATA[<p style="text-align: left">A <a href="https://post.example/">crane</a> <img src="https://post.example/c.jpg" alt=""></p>]]></content:encoded>
<dc:creator>Cleo Lens</dc:creator>
<category domain="https://post.example/tags">cranes</category>
<guid>https://post.example/crane/</guid>
<pubDate>Mon, 01 Jun 2026 10:00:00 GMT</pubDate>
<enclosure url="https://post.example/crane.mp3" length="1234" type="audio/mpeg"/>
<source url="https://other.example/all.rss">Other</source>
<media:content url="https://post.example/c.jpg" type="image/jpeg" medium="image" fileSize="10" width="800" height="600"><media:title type="plain">Crane</media:title><media:description type="plain">The crane</media:description><media:credit role="photographer" scheme="urn:ebu">Cleo Lens</media:credit><media:rating scheme="urn:simple">nonadult</media:rating><media:thumbnail url="https://post.example/t.jpg"/><dcterms:license>https://creativecommons.org/licenses/by/4.0/</dcterms:license></media:content>
</item>
<item>
<title>A second story</title>
<guid isPermaLink="false">tag:post.example,2026:2</guid>
<author>cleo@post.example (Cleo Lens)</author>
</item>
</channel>
</rss>
`;

export const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Harbour News</title>
<id>https://post.example/</id>
<updated>2026-06-01T10:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="https://post.example/all.atom"/>
<link rel="alternate" type="text/html" href="https://post.example/"/>
<author><name>The Desk</name><uri>https://post.example/desk</uri></author>
<logo>https://post.example/logo.png</logo>
<entry>
<title type="text">The crane</title>
<id>https://post.example/crane/</id>
<link rel="alternate" type="text/html" hreflang="en" href="https://post.example/crane/"/>
<published>2026-06-01T09:00:00Z</published>
<updated>2026-06-01T10:00:00Z</updated>
<category term="cranes"/>
<content type="html"><![CDATA[<p>A <a href="https://post.example/">crane</a></p>]]></content>
</entry>
<entry>
<title>A second story</title>
<id>tag:post.example,2026:2</id>
<published>2026-06-01T09:00:00.5+07:00</published>
<updated>2026-06-01T10:00:00.5Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words</p></div></content>
</entry>
</feed>
`;

export const JSON_FEED = `{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Harbour News",
  "home_page_url": "https://post.example/",
  "feed_url": "https://post.example/all.json",
  "next_url": "https://post.example/2.json",
  "language": "en",
  "authors": [{ "name": "The Desk" }],
  "hubs": [{ "type": "WebSub", "url": "https://hub.example/" }],
  "_images": { "about": "https://post.example/images" },
  "items": [
    {
      "id": "1",
      "url": "https://post.example/crane/",
      "content_html": "<p>A <b>crane</b> \\ud83d\\udea2</p>",
      "date_published": "2026-06-01T09:00:00Z",
      "authors": [{ "name": "Cleo" }],
      "tags": ["cranes"],
      "attachments": [
        { "url": "https://post.example/c.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 7 }
      ],
      "_images": []
    },
    { "id": "2", "content_text": "Words" }
  ]
}
`;
