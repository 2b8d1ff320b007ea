/** The whole style sheet of the web page form. It is constant, so that a policy can allow it by its hash. */
export const style = `
:root { color-scheme: light dark; --ink: #242424; --quiet: #595959; --paper: #ffffff; --wash: #f5f5f5; --hair: #d1d1d1;
  --link: #1b5aa6; --alert: #a4262c; --line: #616161;
  --ink-1: #1b5aa6; --ink-2: #7a3fae; --ink-3: #96470b; --ink-4: #0b6b62;
  --tint-1: #edf4fc; --tint-2: #f6effb; --tint-3: #fcf2e9; --tint-4: #e9f6f4; --wave: #8db9e8; --on-ink: #ffffff }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --quiet: #bdbdbd; --paper: #1f1f1f; --wash: #2a2a2a; --hair: #4a4a4a;
  --link: #6cb0f6; --alert: #ff99a4; --line: #adadad;
  --ink-1: #6cb0f6; --ink-2: #c79af0; --ink-3: #f0a05c; --ink-4: #5cc9ba;
  --tint-1: #1d2b3a; --tint-2: #30243a; --tint-3: #38291d; --tint-4: #1b302e; --wave: #3f79b8; --on-ink: #1a1a1a } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; overflow-wrap: anywhere; hyphens: auto }
.page { max-width: 54rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 600; hyphens: manual }
h1 { font-size: 2.2rem; margin: .25rem 0 .5rem }
h2 { font-size: 1.7rem; margin: 3.5rem 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--hair) }
h3 { font-size: 1.25rem; margin: 2rem 0 .75rem }
h4 { font-size: 1.05rem; margin: 0 0 .5rem; display: flex; gap: .6rem; align-items: center }
p { margin: 0 0 .75rem; max-width: 44rem }
a { color: var(--link) }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
.quiet, caption, figcaption, dt, footer { color: var(--quiet) }
.note { display: block; color: var(--quiet); font-size: .9rem }
.line { display: block }
.mark { display: inline-block; border: 2px solid var(--alert); color: var(--alert); border-radius: 4px; padding: .3rem .7rem; font-weight: 600; margin: 1rem 0 }
nav ol { list-style: none; padding: 0; margin: 0 } nav ol ol { padding-inline-start: 1.25rem } nav li { padding: .15rem 0 }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: .4rem 1rem; margin: 0 0 1rem }
dd { margin: 0 }
.scroll { overflow-x: auto; margin: 1rem 0 1.5rem }
.scroll:focus-visible { outline: 2px solid var(--link) }
table { border-collapse: collapse; width: 100%; font-size: .95rem }
caption { text-align: start; padding-bottom: .35rem }
th, td { text-align: start; vertical-align: top; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--hair); min-width: 5.5rem }
thead th { border-bottom: 2px solid var(--ink); font-weight: 600 } tbody th { font-weight: 400 }
.card { border-inline-start: 4px solid var(--line); background: var(--wash); border-radius: 4px; padding: 1rem 1.25rem; margin: 1rem 0; break-inside: avoid }
.tier-1 { border-color: var(--ink-1); background: var(--tint-1) } .tier-2 { border-color: var(--ink-2); background: var(--tint-2) }
.tier-3 { border-color: var(--ink-3); background: var(--tint-3) } .tier-4 { border-color: var(--ink-4); background: var(--tint-4) }
.badge { display: inline-grid; place-items: center; min-width: 1.7rem; height: 1.7rem; border-radius: 50%; color: var(--on-ink); font-size: .95rem }
.tier-1 .badge { background: var(--ink-1) } .tier-2 .badge { background: var(--ink-2) }
.tier-3 .badge { background: var(--ink-3) } .tier-4 .badge { background: var(--ink-4) }
figure { margin: 1.5rem 0; overflow-x: auto } figure svg { max-width: 100%; height: auto; min-width: 30rem }
figcaption { font-size: .95rem }
.f-ink { fill: var(--ink) } .f-quiet { fill: var(--quiet) } .f-paper { fill: var(--on-ink) } .f-wash { fill: var(--wash) }
.f-line { stroke: var(--line) } .f-edge { stroke: var(--hair) } .f-tip { fill: var(--line) } .f-step { fill: var(--ink) }
.f-step + .f-paper { fill: var(--paper) } .f-box { fill: var(--paper) } .f-wave { fill: var(--wave) }
.f-ink-1 { fill: var(--ink-1) } .f-ink-2 { fill: var(--ink-2) } .f-ink-3 { fill: var(--ink-3) } .f-ink-4 { fill: var(--ink-4) }
.f-tint-1 { fill: var(--tint-1) } .f-tint-2 { fill: var(--tint-2) } .f-tint-3 { fill: var(--tint-3) } .f-tint-4 { fill: var(--tint-4) }
.s-ink-1 { stroke: var(--ink-1) } .s-ink-2 { stroke: var(--ink-2) } .s-ink-3 { stroke: var(--ink-3) } .s-ink-4 { stroke: var(--ink-4) }
.signatures td, .signatures th { vertical-align: bottom } .signatures tbody tr { height: 4.2rem }
footer { margin-top: 3rem; border-top: 1px solid var(--hair); padding-top: .75rem; font-size: .9rem }
@media (max-width: 40rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0 } dd { margin-bottom: .6rem } h1 { font-size: 1.7rem } }
@media print { :root { color-scheme: light } @page { margin: 20mm } body { font-size: 10.5pt } .page { max-width: none; padding: 0 }
  h2 { break-before: page; border: 0 } h2, h3, h4, caption { break-after: avoid } tr, figure { break-inside: avoid }
  thead { display: table-header-group } .scroll, figure { overflow: visible } a { color: inherit; text-decoration: none }
  figure svg { min-width: 0 } .card, rect, circle, path { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
`
