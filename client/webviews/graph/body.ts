/** What stands in the page of the graph before a graph is known. */
export const graphBody = `<main>
<h1 class="unseen">Argument graph</h1>
<div class="bar" role="group" aria-label="What is shown">
<select id="scope" aria-label="Part of the vault">
<option value="note">Around a note</option>
<option value="domain">A domain</option>
<option value="vault">Whole vault</option>
</select>
<select id="domain" aria-label="Domain" hidden></select>
<select id="steps" aria-label="Steps from the note" title="How many edges away (keys 1 to 4 in the graph)">
<option value="1">1 step</option>
<option value="2">2 steps</option>
<option value="3">3 steps</option>
<option value="4">4 steps</option>
</select>
<label id="follows" class="check" title="Go along with the note in the editor"><input type="checkbox" id="follow"> Follow</label>
<div class="tools">
<span class="find">
<input type="search" id="search" placeholder="Find…" aria-label="Find a note in the graph" aria-describedby="found" title="Find (/); Enter goes to the next one" spellcheck="false">
<output id="found" for="search"></output>
</span>
<button type="button" id="filter" aria-expanded="false" aria-controls="filters">Filter</button>
<button type="button" id="list" aria-pressed="false" title="Show the same as a list (L)">List</button>
<button type="button" id="export" aria-expanded="false" aria-controls="exports">Export</button>
</div>
</div>
<div id="exports" class="panel" role="group" aria-label="Export" hidden>
<button type="button" id="svg">Save as SVG…</button>
<button type="button" id="png">Save as PNG…</button>
</div>
<div id="filters" class="panel" role="group" aria-label="Filter" hidden></div>
<div id="place">
<div id="stage" role="application" tabindex="0" aria-label="Argument graph" aria-describedby="keys"></div>
<div id="zoom" role="group" aria-label="Zoom">
<button type="button" id="closer" aria-label="Zoom in" title="Zoom in (+)">+</button>
<button type="button" id="farther" aria-label="Zoom out" title="Zoom out (-)">−</button>
<button type="button" id="fit" aria-label="Show all" title="Show all (0)">⤢</button>
<button type="button" id="arrange" aria-label="Arrange anew" title="Arrange anew (A)">↻</button>
</div>
<details id="legend"><summary>Legend</summary><ul></ul></details>
<div id="card" role="tooltip" hidden></div>
<section id="empty" hidden><h2></h2><p></p></section>
<section id="notes" class="unseen" aria-label="Notes and relations as a list"></section>
</div>
<p id="keys" class="unseen">Arrow keys go along the edges, Enter opens the note, C puts it in the centre, plus and minus zoom, 0 shows all, A arranges anew, slash finds, L shows a list, Escape leaves the note.</p>
<p id="told" class="unseen" aria-live="polite"></p>
<p id="status" role="status"></p>
</main>`;
