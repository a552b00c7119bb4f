/** The file that marks the root of a vault and holds its settings. */
export const vaultMarker = '.claimwright.yaml';
