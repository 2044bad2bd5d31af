/** The style sheet of all pages: paper and ink, the frame, and what stands around the stories. */
import { type Accents, PAPER, WASH } from "./accent.ts";
import { STORY_STYLES } from "./style-stories.ts";

export function styleSheet(accents: Accents): string {
  return `${colours(accents)}${FRAME}${SUBSCRIBE}${STORY_STYLES}${INDEX}${PRINT}`;
}

function colours({ light, dark }: Accents): string {
  return `:root {
  color-scheme: light dark;
  --paper: ${PAPER.light}; --wash: ${WASH.light}; --ink: #191815; --soft: #5a574f;
  --rule: #d9d3c5; --accent: ${light};
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, "URW Palladio L", Georgia,
    "Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: ${PAPER.dark}; --wash: ${WASH.dark}; --ink: #ece7dc; --soft: #aba598;
    --rule: #3b3832; --accent: ${dark};
  }
}
`;
}

const FRAME = `*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); text-rendering: optimizeLegibility;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6, p, ul, figure { margin: 0; padding: 0; }
img, video { max-inline-size: 100%; block-size: auto; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 1px; }
[hidden] { display: none !important; }
.hidden {
  position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.skip {
  position: absolute; inset-block-start: -6rem; inset-inline-start: 1rem; z-index: 1;
  padding: .6rem 1rem; background: var(--accent); color: var(--paper); font: 1rem var(--sans);
}
.skip:focus { inset-block-start: .5rem; }
.label {
  font: 600 .8125rem/1.4 var(--sans); color: var(--accent);
  letter-spacing: .09em; text-transform: uppercase;
}
:is(:lang(ar), :lang(fa), :lang(he), :lang(hi), :lang(ja), :lang(ko), :lang(zh)).label,
:is(:lang(ar), :lang(fa), :lang(he), :lang(hi), :lang(ja), :lang(ko), :lang(zh)) .label {
  letter-spacing: 0; font-size: .875rem;
}

.masthead, .page, footer {
  max-inline-size: 76rem; margin-inline: auto; padding-inline: clamp(1.125rem, 4vw, 3rem);
}
.topline {
  display: flex; justify-content: space-between; gap: 1rem; align-items: center;
  padding-block: .6rem; font: .875rem/1.5 var(--sans);
}
.topline a {
  display: inline-flex; align-items: center; min-block-size: 1.75rem;
  color: inherit; text-decoration: none;
}
.topline :not(:first-child) { white-space: nowrap; }
.topline a:hover { text-decoration: underline; }
.logo { max-block-size: 2.25rem; inline-size: auto; }
.nameplate {
  display: grid; justify-items: center; gap: 1rem; text-align: center;
  padding-block: clamp(1.25rem, 4vw, 2.75rem) clamp(1rem, 3vw, 2rem);
  border-block-start: 1px solid var(--rule);
}
h1 {
  font-weight: 700; font-size: clamp(2.25rem, 1.2rem + 4.6vw, 4.75rem); line-height: 1.06;
  letter-spacing: -.018em; text-wrap: balance;
}
h1 a { color: inherit; text-decoration: none; }
h1 a:hover { color: var(--accent); text-decoration: underline; text-decoration-thickness: 3px; }
:lang(ja) :is(h1, h2) { word-break: auto-phrase; }
:is(:lang(ar), :lang(fa), :lang(hi)) h1 { letter-spacing: 0; line-height: 1.35; }
.description {
  max-inline-size: 44rem; margin-block-start: .6rem; color: var(--soft);
  font-size: clamp(1.0625rem, 1rem + .3vw, 1.25rem); font-style: italic; text-wrap: balance;
}
:is(:lang(ar), :lang(fa), :lang(he), :lang(ja), :lang(ko), :lang(zh), :lang(hi)) .description {
  font-style: normal;
}
.picture { inline-size: 4.5rem; block-size: 4.5rem; object-fit: contain; }
.folio {
  border-block-start: 4px double var(--ink); border-block-end: 1px solid var(--ink);
  min-block-size: .5rem; padding-block: .4rem; text-align: center;
  font: .8125rem/1.5 var(--sans); color: var(--soft); font-variant-numeric: tabular-nums;
}
.folio:empty { padding: 0; border-block-end: 0; }
.folio .label { color: inherit; margin-inline-end: .35em; }
footer {
  margin-block: 3rem 2rem; font: .8125rem/1.6 var(--sans); color: var(--soft); text-align: center;
}
footer p { border-block-start: 4px double var(--ink); padding-block-start: 1rem; }
footer:empty { display: none; }

@media (min-width: 40rem) {
  .show .nameplate {
    grid-template-columns: auto 1fr; justify-items: start; text-align: start; gap: 2rem;
    align-items: center;
  }
}
.show .picture { inline-size: clamp(9rem, 22vw, 14rem); block-size: auto; aspect-ratio: auto 1; }
.show ~ .page .story figure { max-inline-size: 16rem; }
`;

const SUBSCRIBE = `
.subscribe {
  margin-block: 1.5rem 0; padding: 1.1rem 1.25rem 1.25rem; background: var(--wash);
  border-block-start: 3px solid var(--accent); font: .875rem/1.5 var(--sans);
}
.subscribe h3 { color: var(--soft); margin-block: 1rem .5rem; }
.hint { color: var(--soft); margin-block: .15rem .5rem; }
.subscribe ul { list-style: none; }
.addresses li {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .75rem;
  align-items: center; padding-block: .45rem; border-block-start: 1px solid var(--rule);
}
.addresses a {
  grid-column: 1; justify-self: start; color: inherit;
  padding-block: .15rem;
}
[dir=rtl] .addresses a { text-align: right; }
.addresses .label { grid-column: 1; color: inherit; letter-spacing: .02em; text-transform: none; }
.copy {
  grid-column: 2; grid-row: 1 / span 2; min-block-size: 2.25rem; padding: .3rem .8rem;
  cursor: pointer; white-space: nowrap;
  font: 600 .8125rem var(--sans); color: var(--accent); background: var(--paper);
  border: 1px solid currentcolor; border-radius: 2px;
}
.copy:hover { color: var(--paper); background: var(--accent); border-color: var(--accent); }
.readers { display: flex; flex-wrap: wrap; gap: .5rem; }
.readers a {
  display: block; padding: .3rem .7rem; color: inherit; text-decoration: none;
  background: var(--paper); border: 1px solid var(--rule); border-radius: 2px;
}
.readers a:hover { border-color: currentcolor; color: var(--accent); }
@media (min-width: 68rem) {
  .page:has(> .subscribe) {
    display: grid; grid-template-columns: minmax(0, 1fr) 18rem; gap: 3.5rem; align-items: start;
  }
  .subscribe { order: 1; position: sticky; inset-block-start: 1.5rem; margin-block: 2rem 0; }
}
@media (max-height: 44rem) { .subscribe { position: static; } }
`;

const INDEX = `
form[role=search] {
  margin-block: 1.75rem .25rem; display: grid; gap: .4rem; max-inline-size: 34rem;
}
form[role=search] input {
  font: 1.0625rem var(--sans); color: inherit; background: var(--wash); inline-size: 100%;
  min-block-size: 2.75rem; padding: .4rem .8rem; border: 1px solid var(--soft);
  border-radius: 2px;
}
.found {
  min-block-size: 1.6em; font: .875rem/1.6 var(--sans); color: var(--soft);
  font-variant-numeric: tabular-nums;
}
.group {
  margin-block-start: 1.5rem; border-block-start: 1px solid var(--ink);
  padding-block-start: .6rem;
}
.group ul { list-style: none; }
[dir=ltr] .group p { text-align: left; }
[dir=rtl] .group p { text-align: right; }
.group li { display: grid; align-items: start; padding-block: 1rem; }
.few { display: grid; gap: 0 3rem; }
.few li:has(> img) { grid-template-columns: 4.5rem minmax(0, 1fr); gap: 1.25rem; }
.few img { inline-size: 4.5rem; block-size: 4.5rem; object-fit: contain; }
.name {
  font-weight: 700; font-size: 1.5rem; line-height: 1.2; text-wrap: balance;
}
.name a { color: inherit; text-decoration: none; }
.name a:hover { color: var(--accent); text-decoration: underline; }
.about { color: var(--soft); margin-block-start: .35rem; }
.formats {
  display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-block-start: .35rem;
  font: .875rem/1.5 var(--sans);
}
.formats a { min-block-size: 1.5rem; min-inline-size: 1.5rem; }
.many {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0 2.5rem;
}
.group .many li { padding-block: .8rem; border-block-end: 1px solid var(--rule); }
.many .name { font-size: 1.1875rem; }
.opml { margin-block-start: 2rem; font: .875rem var(--sans); }
.opml a { display: inline-block; padding-block: .3rem; }
@media (min-width: 56rem) { .few { grid-template-columns: 1fr 1fr; } }
`;

const PRINT = `
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root {
    color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --rule: #bbb; --accent: #000;
    --wash: #fff;
  }
  body { font-size: 10.5pt; }
  .skip, .topline, .subscribe, .paging, .player, summary, form[role=search], .found {
    display: none !important;
  }
  details::details-content { display: block; content-visibility: visible; block-size: auto; }
  .beginning { display: none; }
  .masthead, .page, footer { max-inline-size: none; padding-inline: 0; }
  .page { display: block; }
  .nameplate { border: 0; padding-block-start: 0; }
  .wide { overflow: visible; }
  .content pre { white-space: pre-wrap; padding: 0; }
  figure, li, tr, h2, h3, h4 { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  .content a[href^=http]::after {
    content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere;
  }
}
`;
