/** What stands in the page of a vault's health before its numbers are known. */
export const healthBody = `<main>
<header>
<div>
<h1>Vault health</h1>
<p id="about">Counting…</p>
</div>
<button type="button" id="refresh">Refresh</button>
</header>
<p id="refused" hidden></p>
<p id="status" class="unseen" role="status"></p>
<ul id="figures" aria-label="At a glance"></ul>
<div id="sections"></div>
</main>`;
