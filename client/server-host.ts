/** What differs between the editors in which the extension runs: how the language server is started. */
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export interface ServerHost {
  /** Whether the server reads only what is on a disk. */
  readonly diskOnly: boolean;
  /** Where the server keeps parsed notes; nowhere where it is empty. */
  readonly cacheFolder: string;
  /** Address of the rules' documentation pages; `null` where the server knows it. */
  readonly ruleDocs: string | null;
  /** A client whose start starts a server, and which calls `errorHandler.closed` when that is gone. */
  newClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
}
