/** The file that marks the root of a vault, and in time holds its settings. */
export const vaultMarker = '.claimwright.yaml';
