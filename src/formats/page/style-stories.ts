/** How the stories of a page are set. */

export const STORY_STYLES = `
.story { padding-block: 2rem; border-block-start: 1px solid var(--rule); }
.story:first-child { border-block-start: 0; }
.dateline {
  font: .8125rem/1.5 var(--sans); color: var(--soft); margin-block-end: .5rem;
  font-variant-numeric: tabular-nums lining-nums;
}
.updated { font-size: .75rem; }
.body { max-inline-size: 38rem; min-inline-size: 0; }
.body > .label { margin-block-end: .3rem; }
.story h2 {
  font-size: clamp(1.5rem, 1.25rem + 1vw, 1.9375rem); line-height: 1.17; letter-spacing: -.008em;
  text-wrap: balance;
}
.story:first-child h2 { font-size: clamp(1.875rem, 1.3rem + 2.1vw, 2.625rem); line-height: 1.1; }
.body:is(:lang(ar), :lang(fa), :lang(hi)) h2 { line-height: 1.45; letter-spacing: 0; }
.story h2 a { color: inherit; text-decoration: none; }
.story h2 a:hover {
  color: var(--accent); text-decoration: underline; text-decoration-thickness: 2px;
}
.byline { margin-block-start: .5rem; font: .875rem/1.5 var(--sans); color: var(--soft); }
.byline a { color: inherit; }
.story figure { margin-block: 1.1rem 0; }
.story figure img { display: block; background: var(--wash); }
.story figure img:not([width]) { inline-size: 100%; aspect-ratio: auto 3 / 2; }
figcaption { margin-block-start: .45rem; font: .875rem/1.45 var(--sans); color: var(--soft); }
figcaption small { display: block; font-size: .75rem; letter-spacing: .015em; }
.standfirst {
  margin-block-start: 1rem; font-size: 1.125rem; line-height: 1.5; color: var(--ink);
  hyphens: auto;
}
.story:has(> .body > details[open]) .beginning { display: none; }
details { margin-block-start: .85rem; }
summary {
  display: inline-flex; align-items: center; gap: .5rem; cursor: pointer; min-block-size: 1.75rem;
  font: 600 .875rem var(--sans); color: var(--accent); list-style: none;
}
summary::-webkit-details-marker { display: none; }
summary::after {
  content: ""; inline-size: .45rem; block-size: .45rem; margin-block-end: .2rem;
  border: solid currentcolor; border-width: 0 2px 2px 0; transform: rotate(45deg);
}
details[open] > summary::after { transform: rotate(225deg); margin-block: .3rem 0; }
summary:hover span:first-child { text-decoration: underline; text-underline-offset: .2em; }
.content { margin-block-start: .85rem; hyphens: auto; }
.content > :first-child { margin-block-start: 0; }
.content :is(p, ul, ol, dl, blockquote, pre, figure, .wide, hr) { margin-block: .85em 0; }
.content :is(h3, h4, h5, h6) { margin-block: 1.5em 0; font-size: 1.125rem; line-height: 1.3; }
.content h3 { font-size: 1.25rem; }
.content :is(ul, ol) { padding-inline-start: 1.4em; }
.content li + li { margin-block-start: .3em; }
.content dd { margin-inline-start: 1.4em; }
.content blockquote {
  margin-inline: 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--accent);
  font-style: italic;
}
:is(:lang(ar), :lang(fa), :lang(he), :lang(hi), :lang(ja), :lang(ko), :lang(zh)) blockquote {
  font-style: normal;
}
.content hr { border: 0; border-block-start: 1px solid var(--rule); }
.content pre {
  overflow-x: auto; padding: .8rem 1rem; background: var(--wash); font-size: .875rem;
  line-height: 1.5;
}
:is(code, kbd, samp, pre) { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
:not(pre) > code { font-size: .9em; }
.wide { overflow-x: auto; }
table {
  border-collapse: collapse; font: .875rem/1.45 var(--sans);
  font-variant-numeric: tabular-nums lining-nums; min-inline-size: 100%;
  overflow-wrap: normal; hyphens: manual;
}
th, td {
  padding: .4rem .7rem .4rem 0; padding-inline: 0 .9rem; border-block-end: 1px solid var(--rule);
  vertical-align: top;
}
th:not([align]) { text-align: start; }
thead th { border-block-end: 1px solid var(--ink); }
caption { text-align: start; color: var(--soft); padding-block-end: .4rem; }
sub, sup { line-height: 0; font-size: .75em; }
.player { margin-block-start: 1.1rem; }
:is(audio, .player video) { inline-size: 100%; display: block; }
.player video { aspect-ratio: 16 / 9; background: #000; }
.files, .license {
  margin-block-start: .5rem; font: .8125rem/1.85 var(--sans); color: var(--soft);
  font-variant-numeric: tabular-nums;
}
.files a, .license a { color: inherit; }
.paging {
  display: flex; flex-wrap: wrap; gap: 1rem 2rem; justify-content: space-between;
  border-block-start: 1px solid var(--ink); padding-block: 1rem; font: 600 .9375rem var(--sans);
}
.paging a { padding-block: .35rem; }
.empty { padding-block: 3rem; color: var(--soft); font-style: italic; }
@media (min-width: 50rem) {
  .story {
    display: grid; grid-template-columns: 8.25rem minmax(0, 38rem); gap: 0 2rem;
    padding-block: 2.5rem;
  }
  .dateline { grid-column: 1; margin: 0; padding-block-start: .05rem; text-align: end; }
  .dateline span { display: block; }
  .body { grid-column: 2; }
  .paging { margin-inline-start: 10.25rem; }
}
`;
