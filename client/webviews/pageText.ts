/** The text of a page in a webview, and what it is allowed to load. */

export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** Source of styles, as the content security policy names it. */
  readonly source: string;
  /** Known to this page alone; only scripts that have it are run. */
  readonly nonce: string;
  readonly title: string;
  readonly body: string;
}

export function pageText({ script, style, source, nonce, title, body }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${title}</title>
</head>
<body>
${body}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
