/** Commands of the server that change notes without a question. */

/** Command of the server, with the address of a note, of a folder in a vault, or of a vault's root. */
export const fixAllCommand = 'claimwright.server.fixAll';

/** Command of the server, behind fixes: address of a note, its new path in the vault, its title where it says none. */
export const renameFileCommand = 'claimwright.server.renameFile';
